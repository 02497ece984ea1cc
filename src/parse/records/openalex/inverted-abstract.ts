import { listOf, objectOf } from '../json/members';

/** Longer abstracts are none, in words. */
const MOST_WORDS = 100_000;

/**
 * The text that an inverted index holds: for each word the places where it stands, from 0. Holes and words that claim the same
 * place do no harm. Null where there is none.
 */
export function invertedAbstract(written: unknown): string | null {
  const index = objectOf(objectOf(written)?.InvertedIndex) ?? objectOf(written);
  if (index === null) return null;
  const placed: [place: number, word: string][] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of listOf(places)) {
      if (typeof place !== 'number' || placed.length >= MOST_WORDS) continue;
      placed.push([place, word]);
    }
  }
  placed.sort(([one], [other]) => one - other);
  return placed.length === 0 ? null : placed.map(([, word]) => word).join(' ');
}
