import { ownCopy } from '../../extract/own-copy';
import { foldWord } from './fold';
import { stem } from './stem';
import type { SpelledWord } from './words';

/** English repeats itself so much that nearly every word of a text is found among these. */
const MOST_KNOWN = 50_000;
/** Longer ones hardly ever come again. */
const LONGEST_KNOWN = 40;

const known = new Map<string, SpelledWord>();

/** What `foldWord` and `stem` make of a word, remembered for the next time that it is read. */
export function spelledWord(written: string): SpelledWord {
  const found = known.get(written);
  if (found !== undefined) return found;
  const own = ownCopy(written);
  const word = foldWord(own);
  const spelled = { word, term: stem(word) };
  if (own.length > LONGEST_KNOWN) return spelled;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, spelled);
  return spelled;
}
