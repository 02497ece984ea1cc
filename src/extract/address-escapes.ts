/** A letter, digit or mark that addresses hold as it is. */
export const PLAIN = /[A-Za-z0-9\-._~:/?#@&+=%]/;

/** What stands for one character of an address: LaTeX and Markdown escapes, entities, and look-alikes from PDFs. */
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/\$\\_\$|\$_\$|\{\\?_\}|\\_|\\textunderscore(?:\{\}| )?/y, '_'],
  [
    /\$\{?\\(?:sim|tilde)\}?\$|\{?\\(?:texttildelow|textasciitilde|sim)(?:\{\}|\})?|\{?\\~(?:\{\})?\}?|[\u223C\u02DC\uFF5E]/y,
    '~',
  ],
  [/\\%/y, '%'],
  [/\\#/y, '#'],
  [/\\&|&amp;/y, '&'],
  [/\\=/y, '='],
  [/\{-\}|\\-|[\u2010\u2011\u2013]/y, '-'],
  [/\{\/\}|\\\//y, '/'],
  [/\\\./y, '.'],
  [/\\(?:allowbreak|linebreak|newline)(?:\{\}| )?|[\u200B-\u200D\u2060\uFEFF\u00AD]/y, ''],
];

/** The character that an escape at `text[at]` stands for ('' for a mere break) and the escape's end, if there is one. */
export function readEscape(text: string, at: number): { character: string; end: number } | null {
  const first = text.charAt(at);
  if (first === ' ' || (PLAIN.test(first) && first !== '&')) return null;
  for (const [pattern, character] of ESCAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { character, end: at + match[0].length };
  }
  return null;
}
