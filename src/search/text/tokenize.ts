import { TEX_LETTER } from '../../text/tex';
import { spelledWord } from './spelled-word';
import { stem } from './stem';

/** A word of a text. */
export interface Token {
  /** The stem: what the index holds and queries look for. */
  term: string;
  /** The word as it is spelled, folded. */
  word: string;
  /** Another term that it is found by, if there is one: see `Spelling`. */
  also: string | null;
  /** Where it stands: UTF-16 offsets, the end exclusive. */
  start: number;
  end: number;
}

/** Scripts that are written without blanks between words: each character is a token, and a word is a phrase of them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTER = `[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]`;
/** An accent that stands by itself before its letter, as texts out of PDFs have it: `Fr´echet`. */
const LOOSE_ACCENT = '[\u00a8\u00b4\u00b8\u02c7\u02d8\u02d9\u02da\u02db\u02dc\u02dd]';
const LETTERS = `(?:${LETTER}|${TEX_LETTER}|${LOOSE_ACCENT}(?=${LETTER}))+`;

const STAR = '(?:\\*|\\\\(?:ast|star)(?![A-Za-z]))';
const RAISED = `\\^(?:\\{(?:[A-Za-z]|\\d+|${STAR})\\}|(?:[A-Za-z]|\\d+)(?!${LETTER})|${STAR})`;
/**
 * Words that a sign tells from others: `.NET`, `C#`, `C++` and `SimCLR++`, `A*` and `RRT*`, `R^2` (a letter with one letter
 * or number raised), however TeX dresses them. A star around words, and one behind a word in small letters, is none of it.
 */
const SIGNED = [
  `(?:(?<!${LETTER})\\.[Nn][Ee][Tt]|(?<=[A-Z])\\.NET)(?!${LETTER})`,
  `(?<!${LETTER})[A-Za-z][#♯](?![#♯]|${LETTER})`,
  `(?<!${LETTER})${LETTER}+\\+\\+(?![+\\p{L}])`,
  `(?<![*]|${LETTER})(?:[A-Za-z]|[A-Z][A-Z0-9]+)\\*(?![*]|${LETTER})`,
  `(?<!${LETTER})(?:[A-Za-z]|[A-Z][A-Z0-9]+(?=\\$?\\^\\{?${STAR}))(?:\\$${RAISED}\\$|${RAISED})`,
].join('|');
/** What only stands in a signed word; of a text without it the faster ways are the same. */
const MAY_BE_SIGNED = /[+#*^♯]|\.net/i;

const WORD = new RegExp(`${SIGNED}|[${UNSPACED}]|${LETTERS}(?:['’]${LETTERS})?`, 'gv');
const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]`, 'v');

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  if (hasSignedWords(text)) return tokenizeAnything(text, 0);
  const tokens: Token[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const sign = text.charCodeAt(at);
    // A letter of TeX, perhaps.
    if (sign === BACKSLASH) return [...tokens, ...tokenizeAnything(text, text.charAt(at - 1) === '{' ? at - 1 : at)];
    if (sign < IN_WORD.length ? !IN_WORD[sign] : isSign(sign)) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at, length);
    // A word with other letters, or what the table knows nothing of: the expression reads on from there.
    if (end === null) return [...tokens, ...tokenizeAnything(text, at)];
    tokens.push(tokenOf(text, at, end));
    at = end;
  }
  return tokens;
}

/** Whether a text may hold words that are told from others by a sign. */
export function hasSignedWords(text: string): boolean {
  return MAY_BE_SIGNED.test(text);
}

/** Whether a word is a character of a script without blanks. */
export function isUnspaced({ word }: Pick<Token, 'word'>): boolean {
  return UNSPACED_WORD.test(word);
}

function tokenizeAnything(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  const words = new RegExp(WORD);
  words.lastIndex = from;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const token = tokenOf(text, match.index, words.lastIndex);
    if (token.word !== '') tokens.push(token);
  }
  return tokens;
}

function tokenOf(text: string, start: number, end: number): Token {
  const { word, term, also } = spelledWord(text.slice(start, end));
  return { term, word, also, start, end };
}

// Nearly all texts are ASCII but for a few signs, where a table is much faster than the expression.
const IN_WORD = Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9]/.test(String.fromCharCode(code)));
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

/** Whether a character that is not ASCII is surely no letter: general punctuation, arrows and operators. */
function isSign(code: number): boolean {
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x2190 && code <= 0x23ff);
}

/** Where the word that begins at `from` ends, as `WORD` has it; null when there are other letters than ASCII. */
function wordEnd(text: string, from: number, length: number): number | null {
  let end = plainEnd(text, from, length);
  if (end === from) return null;
  const next = end < length ? text.charCodeAt(end) : 0;
  if (next === APOSTROPHE || next === CURLY_APOSTROPHE) {
    const joined = plainEnd(text, end + 1, length);
    if (joined > end + 1) end = joined;
    else if (end + 1 < length && !isPlain(text.charCodeAt(end + 1))) return null;
  }
  return end < length && (!isPlain(text.charCodeAt(end)) || isTex(text, end)) ? null : end;
}

/** Whether a letter of TeX may go on with a word. */
function isTex(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign === BACKSLASH || (sign === BRACE && text.charCodeAt(at + 1) === BACKSLASH);
}

function plainEnd(text: string, from: number, length: number): number {
  let end = from;
  while (end < length && IN_WORD[text.charCodeAt(end)]) end += 1;
  return end;
}

/** Whether the table, or `isSign`, knows a character. */
function isPlain(code: number): boolean {
  return code < IN_WORD.length || isSign(code);
}

/** Longest compound worth a term, in characters. */
const LONGEST_COMPOUND = 40;

/** What people write with a hyphen, in two words, or in one: `non-convex` as the one word that it also is. */
export interface Compound {
  term: string;
  /** Index of its first token, and of the one behind its last. */
  from: number;
  to: number;
}

/** The hyphenated words of a text, each written as one. */
export function compoundsOf(text: string, tokens: readonly Token[]): Compound[] {
  const compounds: Compound[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && isHyphened(text, tokens[to - 1] as Token, tokens[to] as Token)) to++;
    if (to - from > 1) {
      const term = joined(tokens.slice(from, to));
      if (term !== null) compounds.push({ term, from, to });
    }
    from = to;
  }
  return compounds;
}

function isHyphened(text: string, { end }: Token, { start }: Token): boolean {
  return start === end + 1 && isHyphen(text.charCodeAt(end));
}

/** `-`, and the hyphens of Unicode that are no dashes. */
function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** The term of several words written as one; null when it would be too long for a word. */
export function joined(tokens: readonly Token[]): string | null {
  const word = tokens.map(({ word }) => word).join('');
  return word.length <= LONGEST_COMPOUND ? stem(word) : null;
}
