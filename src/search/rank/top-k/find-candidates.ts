import type { Db } from '../../../store/sql';
import { postingsOf, rarestFirst } from '../../index/document-frequency';
import type { Phrase } from '../../query/parse-query';
import type { Search } from '../prepared-search';
import type { Candidates } from './candidates';
import { addLatest } from './latest-candidates';
import { latestThatPass, type NarrowFilter } from './narrow-filter';
import { postingsToWeigh } from './postings-cost';
import { chooseByWords } from './score-search';

/**
 * Takes the best of what holds rare words, and where that leaves room, the latest of what holds the others.
 *
 * @returns whether nothing that matches is left out
 */
export async function findCandidates(
  db: Db,
  search: Search,
  candidates: Candidates,
  narrow: NarrowFilter | null,
): Promise<boolean> {
  const { query, groups, docFrequency, filter, bounds } = search;
  const rare = rareWords(search);
  if (rare !== null) {
    const isWhole = await candidates.addBest(await chooseByWords(db, search, { ...query, wanted: rare, pairs: [] }));
    // Where something is required, that alone says what is found.
    if (query.required.length > 0) return isWhole;
    if (candidates.isFull) return false;
  }
  const rest = groups
    .map((phrases) => phrases.filter((phrase) => docFrequency(phrase) > 0 && !rare?.includes(phrase)))
    .filter((phrases) => phrases.length > 0)
    .sort((one, other) => postingsOf(one, docFrequency) - postingsOf(other, docFrequency));
  if (narrow !== null && isFasterByFilter(search, narrow, rest)) {
    candidates.add(await latestThatPass(db, narrow, filter, bounds.narrow));
    return false;
  }
  return (await addLatest(db, search, candidates, rest)) && hasAllWords(search);
}

/** Whether the words that count are all that are wanted: a prefix may stand for more. */
export function hasAllWords({ query, groups }: Search): boolean {
  return groups.flat().length >= query.wanted.length;
}

/** The rarest of the words that count, as many as may be weighed; null for none. */
function rareWords({ query, groups, docFrequency, bounds }: Search): Phrase[] | null {
  const isAffordable = (wanted: readonly Phrase[]) =>
    postingsToWeigh({ ...query, wanted, pairs: [] }, docFrequency) <= bounds.visited;
  if (!isAffordable([])) return null;
  const rare: Phrase[] = [];
  for (const phrase of rarestFirst(groups.flat(), docFrequency)) {
    if (!isAffordable([...rare, phrase])) break;
    rare.push(phrase);
  }
  return rare.length + query.required.length > 0 ? rare : null;
}

/** Whether the latest papers of a filter hold more of the words than the latest papers with the words pass the filter. */
function isFasterByFilter(
  { docFrequency, bounds, collection: { entries } }: Search,
  { size }: NarrowFilter,
  groups: readonly (readonly Phrase[])[],
): boolean {
  return bounds.narrow * Math.min(entries, postingsOf(groups.flat(), docFrequency)) > bounds.filtered * size;
}
