import porter2 from 'wink-porter2-stemmer';
import { evenSpelling } from '../../parse/even-spelling';

/** Words remembered with their stems: those of queries, and hyphenated ones. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/**
 * The stem by which inflections of a word are one term: Porter's second English stemmer, after evening out spellings.
 * Words with other letters than a to z are their own stems.
 *
 * @param word as `foldWord` gives it
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = /^[a-z]{3,}$/.test(word) ? porter2(evenSpelling(word)) : word;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, found);
  return found;
}
