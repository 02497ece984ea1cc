/** A letter, digit or mark that addresses hold as it is; also letters such as `ü`, in hosts and in paths of pages. */
export const PLAIN = /[A-Za-z0-9\-._~:/?#@&+=%\p{Lu}\p{Ll}\p{M}]/u;

/** What stands for one character of an address: LaTeX and Markdown escapes, entities, and look-alikes from PDFs. */
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/\$\\*_\$|\{\\*_\}|\\+_(?:\{\})?|\{\\+textunderscore\}|\\+textunderscore(?:\{\}|\s)?|&lowbar;/y, '_'],
  [
    /\$\{?\\(?:sim|tilde)\}?\$|\{?\\+(?:texttildelow|textasciitilde|sim)(?:\{\}|\})?|\{?\\+~(?:\{\s?\})?\}?|[\u223C\u02DC\uFF5E]/y,
    '~',
  ],
  [/\\+%/y, '%'],
  [/\\+#/y, '#'],
  [/\\+&|&amp;/y, '&'],
  [/\\=/y, '='],
  // Before a piece of the path it only allows a break.
  [/(?<=[/.])\\-/y, ''],
  [/\{-\}|\\-|[\u2010-\u2013\u2212\uFE63]/y, '-'],
  [/\{\/\}|\\\/|\\slash(?:\{\}|\s)?|[\u2044\u2215]/y, '/'],
  [/\\\./y, '.'],
  // What hyphenation leaves behind at the end of a line stands for nothing, and neither does the line's end.
  [/\u00AD(?:[^\S\n]{0,3}\n?[^\S\n]{0,3}(?=\S))?/y, ''],
  [
    /\\(?:allowbreak|linebreak|newline|discretionary(?:\{-?\}){3}|hspace\*?\{0?[\w.]*\}|penalty\d+|string(?=[_~#%&]|\\))(?:\{\}| )?|[\u200B-\u200F\u2060-\u2064\uFEFF]/y,
    '',
  ],
];

const CODE = '(?:[`‘]\\\\?(?<sign>.)|"(?<hex>[0-9A-Fa-f]{2})|(?<decimal>\\d{2,3}) ?)';
/** A character by its number or itself, in TeX and in HTML: ``\char`_``, `\char95`, `\symbol{95}`, `&#95;`, `&#x5F;`. */
const NUMBERED: readonly RegExp[] = [
  new RegExp(`\\\\+char ?${CODE}`, 'y'),
  new RegExp(`\\{\\\\+char ?${CODE}\\}`, 'y'),
  new RegExp(`\\\\+symbol\\{${CODE}\\}`, 'y'),
  /&#(?:[xX](?<hex>[0-9A-Fa-f]{1,4})|(?<decimal>\d{1,5}));/y,
];

/** Letters that PDFs draw as one (`ﬁ`, `ﬂ`), of full width, and of the alphabets of mathematics: what they are made of. */
const COMPOSED =
  /[\uFB00-\uFB06\uFF0D-\uFF0F\uFF10-\uFF19\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A]|[\u{1D400}-\u{1D6A3}\u{1D7CE}-\u{1D7FF}]/uy;

/** The character that an escape at `text[at]` stands for ('' for a mere break) and the escape's end, if there is one. */
export function readEscape(text: string, at: number): { character: string; end: number } | null {
  const first = text.charAt(at);
  if (first === ' ' || (first < '\u0080' && PLAIN.test(first) && first !== '&')) return null;
  for (const [pattern, character] of ESCAPES) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { character, end: at + match[0].length };
  }
  for (const pattern of NUMBERED) {
    const match = matchAt(pattern, text, at);
    const character = match && characterOf(match.groups ?? {});
    if (match && character && PLAIN.test(character)) return { character, end: at + match[0].length };
  }
  const composed = matchAt(COMPOSED, text, at)?.[0];
  return composed === undefined ? null : { character: composed.normalize('NFKC'), end: at + composed.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function characterOf({ sign, hex, decimal }: Record<string, string | undefined>): string {
  return sign ?? String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}
