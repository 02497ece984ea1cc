import porter2 from 'wink-porter2-stemmer';
import { evenSpelling } from '../../text/even-spelling';
import { singularOf } from './irregular-plurals';

/** Words remembered with their stems: those of queries, and hyphenated ones. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/**
 * Plurals of acronyms in lower case, `cnns`, `gpus`, `h100s`, that Porter leaves as they are: no English word begins so. A
 * word of three letters, `gps`, may as well be an acronym itself.
 */
const PLURAL_OF_ACRONYM = /^(?:(?=.{4})[^aeiouy\d]{2,}[aeiou]?(?<!s)|[a-z]+\d+)s$/;

/**
 * The stem by which inflections of a word are one term: Porter's second English stemmer, after evening out spellings and irregular
 * plurals. Words with other letters than a to z are their own stems.
 *
 * @param word as `foldWord` gives it
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = stemOf(PLURAL_OF_ACRONYM.test(word) ? word.slice(0, -1) : word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, found);
  return found;
}

function stemOf(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  return porter2(evenSpelling(singularOf(word)));
}
