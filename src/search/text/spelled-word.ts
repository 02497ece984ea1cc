import { ownCopy } from '../../text/own-copy';

import { foldWord, singularOfAcronym } from './fold';
import { otherSingularOf } from './irregular-plurals';
import { stem } from './stem';

/** A word of the corpus as it is spelled, and its term. */
export interface SpelledWord {
  word: string;
  term: string;
}

/** English repeats itself so much that nearly every word of a text is found among these. */
const MOST_KNOWN = 50_000;
/** Longer ones hardly ever come again. */
const LONGEST_KNOWN = 40;

/** What searches know of a word of a text. */
export interface Spelling extends SpelledWord {
  /** The term of another word that it is looked for by: `simclr` of `SimCLR++`, `lms` of `LMs`, `basis` of `bases`; null of most. */
  also: string | null;
}

const known = new Map<string, Spelling>();

/** What `foldWord` and `stem` make of a word, remembered for the next time that it is read. */
export function spelledWord(written: string): Spelling {
  const found = known.get(written);
  if (found !== undefined) return found;
  const own = ownCopy(written);
  const word = foldWord(own);
  const term = stem(word);
  const spelled = { word, term, also: otherTerm(own, word, term) };
  if (own.length > LONGEST_KNOWN) return spelled;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, spelled);
  return spelled;
}

/** What a sign stands behind that makes a word of its own of it; of a single letter nothing would be left. */
const BEFORE_SIGN = /^[\p{L}\p{N}]{2,}(?=[+*$^])/u;

function otherTerm(written: string, word: string, term: string): string | null {
  const lower = singularOfAcronym(written) === written ? null : written.toLowerCase();
  const other = BEFORE_SIGN.exec(written)?.[0] ?? lower ?? otherSingularOf(word);
  if (other === null) return null;
  const found = stem(foldWord(other));
  return found === term || found === '' ? null : found;
}
