import { LATIN } from './letters';

/** The accents of TeX, by the sign or letter behind the backslash, as combining marks. */
export const TEX_ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** The letters of TeX that have a name. */
export const TEX_LETTERS: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  ss: 'ß',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
};

// A backslash may have been escaped by another.
const COMMAND = '\\\\{1,2}';
// TeX takes the blank behind the name of a letter for its end.
const ENDED = '(?![A-Za-z])(?:\\s(?=[a-z]))?';
const DOTLESS = `${COMMAND}[ij]${ENDED}`;
const IN_BRACES = `\\{(?:[A-Za-z]|${DOTLESS})\\}`;
const BY_SIGN = `${COMMAND}['"\`^~=.](?:${IN_BRACES}|${DOTLESS}|[A-Za-z])`;
const BY_LETTER = `${COMMAND}[uvHrdckb](?:${IN_BRACES}|${DOTLESS}|\\s[A-Za-z])`;
const NAMED = `${COMMAND}(?:${Object.keys(TEX_LETTERS).join('|')})(?:\\{\\}|${ENDED})`;
const LETTER = `(?:${BY_SIGN}|${BY_LETTER}|${NAMED})`;

/** A letter as TeX writes it, as the source of an expression: `\'e`, `{\"o}`, `\v{c}`, `\H o`, `\L{}`. */
export const TEX_LETTER = `(?:\\{\\s?${LETTER}\\s?\\}|${LETTER})`;

const EVERY = new RegExp(TEX_LETTER, 'g');

/** A text with the letters that TeX writes by commands as themselves: `Fr\'echet` becomes `Fréchet`. */
export function decodeTex(text: string): string {
  return text.includes('\\') ? text.replace(EVERY, letterOf) : text;
}

function letterOf(written: string): string {
  const [, command = '', rest = ''] = /^[\s{]*\\{1,2}([A-Za-z]+|.)(.*)$/s.exec(written) ?? [];
  const mark = TEX_ACCENTS[command];
  if (mark === undefined) return TEX_LETTERS[command] ?? written;
  const base = /[A-Za-z]/.exec(rest)?.[0] ?? '';
  return (base + mark).normalize('NFC');
}

/** A text with the letters that TeX writes by commands in lower case and without accents: `{\L}ojasiewicz` as `lojasiewicz`. */
export function withoutTexAccents(text: string): string {
  return text.includes('\\') ? text.replace(EVERY, plainLetterOf).replace(ELL, 'l') : text;
}

/** A letter of formulas: `$\ell_1$`. Searches have it as the word that it is called. */
const ELL = /\\{1,2}ell(?![A-Za-z])/g;

function plainLetterOf(written: string): string {
  const letter = letterOf(written).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return LATIN[letter] ?? letter;
}

/** A text without the commands of TeX that say how it looks: `\textbf{D}`, `{\it in vivo}`. */
export function withoutTexCommands(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\[A-Za-z]+\*?(?=\s*\{)|(?<=\{)\\[A-Za-z]+(?=\s)/g, '');
}
