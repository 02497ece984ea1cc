import { spelledWord } from './spelled-word';
import { stem } from './stem';

/** A word of a text. */
export interface Token {
  /** The stem: what the index holds and queries look for. */
  term: string;
  /** The word as it is spelled, folded. */
  word: string;
  /** Where it stands: UTF-16 offsets, the end exclusive. */
  start: number;
  end: number;
}

/** Scripts that are written without blanks between words: each character is a token, and a word is a phrase of them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTER = `[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]`;
const WORD = new RegExp(`[${UNSPACED}]|${LETTER}+(?:['’]${LETTER}+)?`, 'gv');

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const sign = text.charCodeAt(at);
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
  const { word, term } = spelledWord(text.slice(start, end));
  return { term, word, start, end };
}

// Nearly all texts are ASCII but for a few signs, where a table is much faster than the expression.
const IN_WORD = Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9]/.test(String.fromCharCode(code)));
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
  return end < length && !isPlain(text.charCodeAt(end)) ? null : end;
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

const HYPHENS: readonly string[] = ['-', '‐', '‑'];

function isHyphened(text: string, { end }: Token, { start }: Token): boolean {
  return start === end + 1 && HYPHENS.includes(text.charAt(end));
}

/** The term of several words written as one; null when it would be too long for a word. */
export function joined(tokens: readonly Token[]): string | null {
  const word = tokens.map(({ word }) => word).join('');
  return word.length <= LONGEST_COMPOUND ? stem(word) : null;
}
