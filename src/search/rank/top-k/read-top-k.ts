import sql, { join } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../../lists/filter/as-papers';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, limit, run } from '../../../store/sql';
import { rarestFirst, visitsOf } from '../../index/document-frequency';
import { readCollection } from '../../index/collection';
import { searchIndexOf } from '../../index/search-index-of';
import type { Phrase } from '../../query/parse-query';
import type { Search } from '../prepare-search';
import { rounded } from '../rounded';
import type { ScoredDoc } from '../scored-doc';
import { Choice } from './candidates';
import { fillUp } from './latest-candidates';
import { latestThatPass, type NarrowFilter, readNarrowFilter } from './narrow-filter';
import { rankChosen, type Uncounted } from './score-candidates';

/** What a search lists that finds too much to weigh it all. */
export interface ChosenHits {
  /** Best first, equal ones by their ids. */
  hits: ScoredDoc[];
  /** Whether nothing that matches is left out. */
  isComplete: boolean;
}

/**
 * Lists the best of a choice of documents, for a search with words so frequent that weighing all that it finds would
 * take too long. The same corpus gives the same list.
 *
 * 1. Where the filter leaves few papers, all of them are weighed.
 * 2. Otherwise the rarest words choose, as many as stand in `bounds.visited` documents together: of what holds one of
 *    them, the best by these words.
 * 3. Where that leaves room, the latest documents follow that hold other words: all, the rarer ones, any. `fillUp` has
 *    the rule; where the filter leaves few of them, its latest papers follow instead.
 * 4. All words and pairs rank what was chosen, by BM25. A phrase counts as rare as its rarest word, as counting its
 *    documents would mean to visit them.
 * 5. An empty list says that nothing matches: as long as nothing is found no bound ends a walk, and in the end the search
 *    begins again with all words that a prefix stands for and all papers that a filter leaves.
 */
export async function chooseHits(db: Db, search: Search): Promise<ChosenHits> {
  const choice = new Choice(db, search);
  const narrow = await readNarrowFilter(db, search.filter, search.bounds);
  const isFew = narrow !== null && narrow.size <= search.bounds.narrow;
  const { isComplete, uncounted } = isFew
    ? await chooseAll(db, search, choice, narrow)
    : await chooseByWords(db, search, choice, narrow);
  choice.startAnew();
  await choice.addPassing(
    search.pins.map(({ doc }) => doc),
    search.pins.length,
  );
  const hits = await rankChosen(db, search, choice, uncounted);
  if (hits.length === 0 && !isComplete && !search.isThorough) return chooseHits(db, thorough(search));
  return { hits: isComplete ? hits : hits.slice(0, choice.most), isComplete };
}

/** The same search with nothing left out beforehand. */
function thorough(search: Search): Search {
  const bounds = { ...search.bounds, narrow: search.bounds.counted };
  return { ...search, groups: [search.query.wanted], bounds, isThorough: true };
}

/** What a way of choosing leaves to do. */
interface Chosen {
  isComplete: boolean;
  uncounted: Uncounted;
}

/** Chooses all papers that a filter leaves: whether they match is seen as they are weighed. */
async function chooseAll(db: Db, search: Search, choice: Choice, narrow: NarrowFilter): Promise<Chosen> {
  const { query, groups, filter, bounds } = search;
  choice.addUnread(await latestThatPass(db, narrow, filter, bounds.narrow));
  return { isComplete: hasAllWords(search), uncounted: { ...query, wanted: groups.flat() } };
}

/** Chooses what holds rare words, and where that leaves room, the latest of what holds the others. */
async function chooseByWords(db: Db, search: Search, choice: Choice, narrow: NarrowFilter | null): Promise<Chosen> {
  const { query, groups, rarity, filter, bounds } = search;
  const rare = rareWords(search);
  const isWhole = rare !== null && (await chooseByRareWords(db, search, choice, rare));
  const rest = groups
    .map((phrases) => phrases.filter((phrase) => rarity(phrase) > 0 && !rare?.includes(phrase)))
    .filter((phrases) => phrases.length > 0)
    .sort((one, other) => visitsOf(one, rarity) - visitsOf(other, rarity));
  const isRequiredCounted = rare !== null;
  const uncounted = { ...query, wanted: rest.flat(), required: isRequiredCounted ? [] : query.required };
  // Where something is required, that alone says what is found.
  if (isRequiredCounted && query.required.length > 0) return { isComplete: isWhole, uncounted };
  if (choice.isFull) return { isComplete: false, uncounted };
  if (narrow !== null && (await isFasterByFilter(db, search, narrow, rest))) {
    choice.addUnread(await latestThatPass(db, narrow, filter, bounds.narrow));
    return { isComplete: false, uncounted };
  }
  return { isComplete: (await fillUp(db, search, choice, rest)) && hasAllWords(search), uncounted };
}

/** The rarest of the words wanted, as many as may choose; null when nothing may. */
function rareWords({ query, rarity, bounds }: Search): Phrase[] | null {
  const { wanted, required, excluded } = query;
  let visits = visitsOf([...required.flat(), ...required.flat(), ...excluded], rarity);
  if (visits > bounds.visited) return null;
  const rare: Phrase[] = [];
  for (const phrase of rarestFirst(wanted, rarity)) {
    visits += rarity(phrase);
    if (visits > bounds.visited || rare.length === bounds.phrases) break;
    rare.push(phrase);
  }
  return rare.length + required.length > 0 ? rare : null;
}

/**
 * Chooses the best, by these words and by what is required, of what holds one of them.
 *
 * @returns whether none was left out
 */
async function chooseByRareWords(db: Db, search: Search, choice: Choice, rare: readonly Phrase[]): Promise<boolean> {
  const { query, types, filter } = search;
  const conditions = conditionsOfIds(filter);
  const scored = searchIndexOf(db).scoredDocs({ ...query, wanted: rare, pairs: [] }, types);
  const rows = await run<ScoredDoc>(
    db,
    sql`select p.doc, ${rounded(sql`p.score`)} as score from ${asPapers(scored)}
        where ${join([sql`1 = 1`, ...conditions], ' and ')} order by 2 desc, 1 ${limit(choice.most + 1)}`,
  );
  await letOthersRun(db);
  choice.addScored(rows.slice(0, choice.most));
  return rows.length <= choice.most;
}

/** Whether the latest papers of a filter hold more of the words than the latest papers with the words pass the filter. */
async function isFasterByFilter(
  db: Db,
  { rarity, bounds }: Search,
  { size }: NarrowFilter,
  groups: readonly (readonly Phrase[])[],
): Promise<boolean> {
  const { entries } = await readCollection(db);
  return bounds.narrow * Math.min(entries, visitsOf(groups.flat(), rarity)) > bounds.filtered * size;
}

/** Whether the words that count are all that are wanted: a prefix may stand for more. */
function hasAllWords({ query, groups }: Search): boolean {
  return groups.flat().length >= query.wanted.length;
}
