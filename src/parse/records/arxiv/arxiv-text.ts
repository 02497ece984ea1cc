import { decodeTex, withoutTexCommands } from '../../../text/tex';

const MATH = /((?<!\\)\$\$[^$]+\$\$|(?<!\\)\$[^$]+\$)/;
const ESCAPED = /\\([%&#_])/g;
/** arXiv begins a paragraph with a line that is indented. */
const INDENTED = /\n[ \t]{2,}(?=\S)/g;

/**
 * A title of arXiv as people read it: accents and escapes of TeX are letters, braces and commands for looks are gone. What stands
 * between dollar signs stays, and so do other commands, as arXiv shows them.
 */
export function titleText(text: string): string {
  return text.includes('\\') || text.includes('{') ? outsideMath(text, plainTitle) : text;
}

/** An abstract of arXiv with its paragraphs parted by blank lines, its accents and escapes as letters; all else stays as it is. */
export function abstractText(text: string): string {
  const parted = text.trim().replace(INDENTED, '\n\n');
  return parted.includes('\\') ? outsideMath(parted, withoutEscapes) : parted;
}

function plainTitle(text: string): string {
  return withoutTexCommands(withoutEscapes(text)).replace(/(?<!\\)[{}]/g, '');
}

function withoutEscapes(text: string): string {
  return decodeTex(text).replace(ESCAPED, '$1');
}

function outsideMath(text: string, change: (text: string) => string): string {
  return text
    .split(MATH)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
