import { ownCopy } from '../../text/own-copy';
import { type Word, wordOf } from './word';

/** A word with a number of its own, never given twice; the words that are read most have low ones. */
export interface KnownWord extends Word {
  id: number;
}

/** English repeats itself so much that nearly every word of a text is found among these. */
const MOST_KNOWN = 50_000;
/** Longer ones hardly ever come again. */
const LONGEST_KNOWN = 40;

const known = new Map<string, KnownWord>();
let nextId = 0;

/** The forms of a word, as `wordOf` tells them, remembered for the next time that it is read. */
export function knownWord(raw: string): KnownWord {
  const found = known.get(raw);
  if (found !== undefined) return found;
  const own = ownCopy(raw);
  const { plain, singular, stem, acronym, isCapitalized } = wordOf(own);
  const word = { id: nextId, raw: own, plain, singular, stem, acronym, isCapitalized };
  nextId += 1;
  if (own.length > LONGEST_KNOWN) return word;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, word);
  return word;
}

/** Remembers for as many words what `tell` says of each: it must say the same of the same word every time. */
export function rememberedByWord<T>(tell: (word: KnownWord) => T): (word: KnownWord) => T {
  const told = new Array<T | undefined>(MOST_KNOWN);
  let firstId = 0;
  return (word) => {
    if (word.id < firstId) return tell(word);
    if (word.id >= firstId + MOST_KNOWN) {
      told.fill(undefined);
      firstId = word.id;
    }
    const index = word.id - firstId;
    const now = told[index] ?? tell(word);
    told[index] = now;
    return now;
  };
}
