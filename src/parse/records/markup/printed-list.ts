/** A list, or an object, as a program prints it. */
const LIST = /^\[\s*(?:['"][\s\S]*)?\]$/;
const OBJECTS = /^(?:\[\s*\{|\{\s*['"])[\s\S]*[\]}]$/;
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs;
const NAMES =
  /['"](?:name|full_?name|display_?name|text|term)['"]\s*:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gis;
const ESCAPE = /\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis;

/** Whether a text is a list of objects, or an object, as a program prints it: `[{'name': 'a'}]`. */
export function isPrintedObjects(text: string): boolean {
  return OBJECTS.test(text.trim());
}

/**
 * What a text lists, where a program printed its own list into it: `['a', "b"]`; of objects their names. Null for any other text.
 */
export function printedList(text: string): string[] | null {
  const trimmed = text.trim();
  if (isPrintedObjects(trimmed)) return partsIn(trimmed, NAMES);
  return LIST.test(trimmed) ? partsIn(trimmed, QUOTED) : null;
}

function partsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, single, double]) => unescaped(single ?? double ?? ''));
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_whole, four?: string, two?: string, sign?: string) => {
    if (sign !== undefined) return /[nrt]/.test(sign) ? ' ' : sign;
    return String.fromCharCode(Number.parseInt(four ?? two ?? '', 16));
  });
}
