/** As long as lines are in apps that format their code. */
const LONGEST_LINE = 120;

/** What stands at the head of a file that nobody edits: where it is from, and how it is used. */
export function head(what: string, usage: string): string {
  const lines = usage.split('\n').map((line) => ` *   ${line}`.trimEnd());
  return `/*
 * ${what}
 * Made from the schema by \`npm run schema\`; not to be edited. Copy the file into your app as it is:
 *
${lines.join('\n')}
 */
`;
}

/** An object literal with an entry a line, its values being code. */
export function object(entries: readonly (readonly [name: string, code: string])[], indent = ''): string {
  if (entries.length === 0) return '{}';
  const lines = entries.map(([name, code]) => `${indent}  ${name}: ${code},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

/** A list of texts. */
export function texts(list: readonly string[]): string {
  return `[${list.map((text) => `'${text}'`).join(', ')}]`;
}

/** A statement that imports names, or types alone, on as many lines as it takes. */
export function importing(what: 'import' | 'import type', names: readonly string[], module: string): string {
  const line = `${what} { ${names.join(', ')} } from '${module}';`;
  return line.length <= LONGEST_LINE ? line : line.replace(/\{ (.*) \}/, `{\n  ${names.join(',\n  ')},\n}`);
}
