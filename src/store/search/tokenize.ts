import { foldWord } from './fold';
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
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = foldWord(written);
    if (word !== '') tokens.push({ term: stem(word), word, start: index, end: index + written.length });
  }
  return tokens;
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
    while (to < tokens.length && /^[-‐‑]$/.test(text.slice(tokens[to - 1]?.end, tokens[to]?.start))) to++;
    if (to - from > 1) {
      const term = joined(tokens.slice(from, to));
      if (term !== null) compounds.push({ term, from, to });
    }
    from = to;
  }
  return compounds;
}

/** The term of several words written as one; null when it would be too long for a word. */
export function joined(tokens: readonly Token[]): string | null {
  const word = tokens.map(({ word }) => word).join('');
  return word.length <= LONGEST_COMPOUND ? stem(word) : null;
}
