import sql, { join } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../../lists/filter/as-papers';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, limit, run } from '../../../store/sql';
import { readCollection } from '../../index/collection';
import { postingsOf, rarestFirst } from '../../index/document-frequency';
import { searchIndexOf } from '../../index/search-index-of';
import { type Phrase, requiredPhrases } from '../../query/parse-query';
import type { Search } from '../prepared-search';
import { rounded } from '../rounded';
import type { ScoredDoc } from '../scored-doc';
import type { Candidates } from './candidates';
import { addLatest } from './latest-candidates';
import { latestThatPass, type NarrowFilter, readNarrowFilter } from './narrow-filter';
import type { Uncounted } from './score-candidates';

/** What is left to do once candidates were found. */
interface Found {
  /** Whether nothing that matches is left out. */
  isComplete: boolean;
  uncounted: Uncounted;
}

/** Finds the candidates of a search: all papers of a narrow filter, or what holds its words. */
export async function findCandidates(db: Db, search: Search, candidates: Candidates): Promise<Found> {
  const narrow = await readNarrowFilter(db, search.filter, search.bounds);
  return narrow !== null && narrow.size <= search.bounds.narrow
    ? findByFilter(db, search, candidates, narrow)
    : findByWords(db, search, candidates, narrow);
}

/** Takes all papers that a filter leaves: whether they match is seen as they are weighed. */
async function findByFilter(db: Db, search: Search, candidates: Candidates, narrow: NarrowFilter): Promise<Found> {
  const { query, groups, filter, bounds } = search;
  candidates.addUnread(await latestThatPass(db, narrow, filter, bounds.narrow));
  return { isComplete: hasAllWords(search), uncounted: { ...query, wanted: groups.flat() } };
}

/** Takes what holds rare words, and where that leaves room, the latest of what holds the others. */
async function findByWords(
  db: Db,
  search: Search,
  candidates: Candidates,
  narrow: NarrowFilter | null,
): Promise<Found> {
  const { query, groups, docFrequency, filter, bounds } = search;
  const rare = rareWords(search);
  const isWhole = rare !== null && (await addByRareWords(db, search, candidates, rare));
  const rest = groups
    .map((phrases) => phrases.filter((phrase) => docFrequency(phrase) > 0 && !rare?.includes(phrase)))
    .filter((phrases) => phrases.length > 0)
    .sort((one, other) => postingsOf(one, docFrequency) - postingsOf(other, docFrequency));
  const isRequiredCounted = rare !== null;
  const uncounted = { ...query, wanted: rest.flat(), required: isRequiredCounted ? [] : query.required };
  // Where something is required, that alone says what is found.
  if (isRequiredCounted && query.required.length > 0) return { isComplete: isWhole, uncounted };
  if (candidates.isFull) return { isComplete: false, uncounted };
  if (narrow !== null && (await isFasterByFilter(db, search, narrow, rest))) {
    candidates.addUnread(await latestThatPass(db, narrow, filter, bounds.narrow));
    return { isComplete: false, uncounted };
  }
  return { isComplete: (await addLatest(db, search, candidates, rest)) && hasAllWords(search), uncounted };
}

/** The rarest of the words wanted, as many as candidates may be found by; null for none. */
function rareWords({ query, docFrequency, bounds }: Search): Phrase[] | null {
  const { wanted, required, excluded } = query;
  let visits = postingsOf([...requiredPhrases(required), ...requiredPhrases(required), ...excluded], docFrequency);
  if (visits > bounds.visited) return null;
  const rare: Phrase[] = [];
  for (const phrase of rarestFirst(wanted, docFrequency)) {
    visits += docFrequency(phrase);
    if (visits > bounds.visited || rare.length === bounds.phrases) break;
    rare.push(phrase);
  }
  return rare.length + required.length > 0 ? rare : null;
}

/**
 * Takes the best, by these words and by what is required, of what holds one of them.
 *
 * @returns whether none was left out
 */
async function addByRareWords(
  db: Db,
  search: Search,
  candidates: Candidates,
  rare: readonly Phrase[],
): Promise<boolean> {
  const { query, types, filter } = search;
  const conditions = conditionsOfIds(filter);
  const scored = searchIndexOf(db).scoredDocs({ ...query, wanted: rare, pairs: [] }, types);
  const rows = await run<ScoredDoc>(
    db,
    sql`select p.doc, ${rounded(sql`p.score`)} as score from ${asPapers(scored)}
        where ${join([sql`1 = 1`, ...conditions], ' and ')} order by 2 desc, 1 ${limit(candidates.most + 1)}`,
  );
  await letOthersRun(db);
  candidates.addScored(rows.slice(0, candidates.most));
  return rows.length <= candidates.most;
}

/** Whether the latest papers of a filter hold more of the words than the latest papers with the words pass the filter. */
async function isFasterByFilter(
  db: Db,
  { docFrequency, bounds }: Search,
  { size }: NarrowFilter,
  groups: readonly (readonly Phrase[])[],
): Promise<boolean> {
  const { entries } = await readCollection(db);
  return bounds.narrow * Math.min(entries, postingsOf(groups.flat(), docFrequency)) > bounds.filtered * size;
}

/** Whether the words that count are all that are wanted: a prefix may stand for more. */
function hasAllWords({ query, groups }: Search): boolean {
  return groups.flat().length >= query.wanted.length;
}
