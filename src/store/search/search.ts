import sql, { empty, type Sql } from 'sql-template-tag';
import type { Paper } from '../entities/paper';
import type { Repository } from '../entities/repository';
import type { Topic } from '../entities/topic';
import { countRows, type Page, type Position, readPage, type Window } from '../read/list';
import { type PaperFilter, paperConditions } from '../read/paper-filter';
import { papersByPk } from '../read/papers';
import { repositoriesByPk } from '../read/repositories';
import { topicsByPk } from '../read/topics';
import { type Db, ids, table } from '../sql';
import { BOUNDS, type Bounds } from './bounds';
import { type ChosenHits, chooseHits, type ScoredDoc } from './choose-hits';
import { fromDoc, type SearchType } from './kinds';
import { isEmptyQuery, type Phrase, parseQuery, type SearchQuery } from './parse-query';
import { type Pin, pinsOf, wordsOfAddress } from './pins';
import { type Rarity, rarestFirst, readRarity, visitsOf } from './rarity';
import { rounded } from './rounded';
import { searchIndexOf } from './search-index-of';
import { termsWithPrefix } from './words';

/** A search, ready to be paged, counted and taken apart. */
export interface Search {
  query: SearchQuery;
  pins: readonly Pin[];
  types: readonly SearchType[];
  filter: PaperFilter;
  /** The wanted phrases, the words that one prefix stands for together. */
  groups: readonly (readonly Phrase[])[];
  rarity: Rarity;
  bounds: Bounds;
  /** What is listed where not everything can be weighed, worked out once; null where it can. */
  choose: ((db: Db) => Promise<ChosenHits>) | null;
}

/** A row that was found, under the name of its type. */
export type Found =
  | (Paper & { __typename: 'Paper' })
  | (Topic & { __typename: 'Topic' })
  | (Repository & { __typename: 'Repository' });

/** A result of a search: the row, and how well it fits. */
export type Hit = Found & { score: number };

/**
 * What a search needs to know before it can read a page: three statements at most, and one for each prefix.
 *
 * @param bounds how much work it may be
 */
export async function prepareSearch(
  db: Db,
  text: string,
  types: readonly SearchType[],
  filter: PaperFilter,
  bounds = BOUNDS,
): Promise<Search> {
  const wanted = paperConditions(filter).length > 0 ? types.filter((type) => type === 'PAPER') : types;
  const parsed = parseQuery(wordsOfAddress(text));
  const nothing = { query: parsed, pins: [], types: wanted, filter, groups: [], rarity: () => 0, bounds, choose: null };
  if (isEmptyQuery(parsed) || wanted.length === 0) return nothing;
  const continued = await Promise.all(parsed.prefixes.map((prefix) => termsWithPrefix(db, prefix)));
  const query = { ...parsed, wanted: [...parsed.wanted, ...continued.flat().map((term) => [term])] };
  const rarity = await readRarity(db, query);
  const search: Search = {
    ...nothing,
    query,
    pins: await pinsOf(db, text, wanted),
    groups: [
      ...parsed.wanted.map((phrase) => [phrase]),
      ...continued
        .filter((terms) => terms.length > 0)
        .map((terms) => mostFrequent(terms, rarity).slice(0, bounds.continuations)),
    ],
    rarity,
  };
  return visitsOfQuery(query, rarity) > bounds.visited ? { ...search, choose: onceFor(search) } : search;
}

function mostFrequent(terms: readonly string[], rarity: Rarity): Phrase[] {
  return rarestFirst(
    terms.map((term) => [term]),
    rarity,
  ).reverse();
}

/** So many phrases cost as much as one visit more of every document. */
const PHRASES_OF_A_VISIT = 50;

function visitsOfQuery({ wanted, required, excluded, pairs }: SearchQuery, rarity: Rarity): number {
  // A required phrase is looked for once more for the score.
  const phrases = [...wanted, ...required.flat(), ...required.flat(), ...excluded, ...pairs];
  return visitsOf(phrases, rarity) * (1 + phrases.length / PHRASES_OF_A_VISIT);
}

function onceFor(search: Search): (db: Db) => Promise<ChosenHits> {
  let chosen: Promise<ChosenHits> | undefined;
  return (db) => {
    chosen ??= chooseHits(db, search);
    return chosen;
  };
}

/**
 * A page of the results, best first, equal ones by their ids. A score depends on the corpus alone, so as long as that
 * does not change, pages follow one another without gaps to the last result.
 */
export async function readHits(db: Db, search: Search, window: Window): Promise<Page<Hit>> {
  if (findsNothing(search)) return { items: [], hasMore: false };
  const page = search.choose
    ? pageOf((await search.choose(db)).hits, window)
    : await readPage<ScoredDoc>(
        db,
        {
          columns: sql`h.doc as doc, h.score as score`,
          ...within(search, hits(db, search)),
          order: [
            { by: sql`h.score`, descending: true },
            { by: sql`h.doc`, descending: false },
          ],
        },
        window,
      );
  const nodes = await readNodes(
    db,
    page.items.map(({ row }) => row.doc),
  );
  return {
    hasMore: page.hasMore,
    items: page.items.flatMap(({ row, position }) => {
      const found = nodes.get(row.doc);
      return found ? [{ row: Object.assign(found, { score: row.score }), position }] : [];
    }),
  };
}

/** The part of a list in memory that a window asks for. */
function pageOf(hits: readonly ScoredDoc[], { limit, after, before, backwards }: Window): Page<ScoredDoc> {
  const within = hits.filter(
    (hit) => (after === null || isBehind(hit, after)) && (before === null || isBefore(hit, before)),
  );
  const part = backwards ? within.slice(-limit || within.length) : within.slice(0, limit);
  return {
    items: part.map((row) => ({ row, position: [row.score, row.doc] })),
    hasMore: within.length > part.length,
  };
}

function isBehind(hit: ScoredDoc, position: Position): boolean {
  const [score, doc] = position as [number, number];
  return hit.score < score || (hit.score === score && hit.doc > doc);
}

function isBefore(hit: ScoredDoc, position: Position): boolean {
  const [score, doc] = position as [number, number];
  return hit.score > score || (hit.score === score && hit.doc < doc);
}

/** How many results a search lists. */
export async function countHits(db: Db, search: Search): Promise<number> {
  if (findsNothing(search)) return 0;
  if (search.choose) return (await search.choose(db)).hits.length;
  return countRows(db, within(search, docs(db, search)));
}

/** Whether a search lists all that matches it. */
export async function isComplete(db: Db, search: Search): Promise<boolean> {
  return search.choose ? (await search.choose(db)).isComplete : true;
}

/** The papers among the results, as a table with the column `pk`; null when there can be none. */
export async function foundPapers(db: Db, search: Search): Promise<Sql | null> {
  const papers = {
    ...search,
    types: search.types.filter((type) => type === 'PAPER'),
    pins: search.pins.filter(({ doc }) => fromDoc(doc).type === 'PAPER'),
  };
  if (findsNothing(papers)) return null;
  if (search.choose) {
    const { hits } = await search.choose(db);
    const pks = hits.map(({ doc }) => fromDoc(doc)).flatMap(({ type, pk }) => (type === 'PAPER' ? [pk] : []));
    return sql`select id as pk from ${ids(pks)} chosen`;
  }
  const { from, where } = within(papers, docs(db, papers));
  return sql`select h.doc as pk from ${from} where ${where[0] ?? sql`1 = 1`}${where
    .slice(1)
    .reduce((all, condition) => sql`${all} and ${condition}`, empty)}`;
}

function findsNothing({ query, types }: Search): boolean {
  return types.length === 0 || query.wanted.length + query.required.length === 0;
}

/** The results narrowed down to the papers that the filter leaves. */
function within({ filter }: Search, results: Sql): { from: Sql; where: Sql[] } {
  const where = paperConditions(filter);
  if (where.length === 0) return { from: sql`(${results}) h`, where };
  return { from: sql`(${results}) h join paper p on p.id = h.doc`, where };
}

/** What the query matches, what it names raised above all else, and what it names without matching it. */
function hits(db: Db, { query, pins, types }: Search): Sql {
  const scored = searchIndexOf(db).scoredDocs(query, types);
  if (pins.length === 0) return sql`select doc, ${rounded(sql`score`)} as score from (${scored}) scored`;
  return sql`select doc, ${rounded(sql`max(score) + max(boost)`)} as score from (
      select doc, score, 0 as boost from (${scored}) scored
      union all select doc, 0, boost from ${pinTable(pins)} pinned
    ) found group by doc`;
}

function docs(db: Db, { query, pins, types }: Search): Sql {
  const matched = searchIndexOf(db).matchedDocs(query, types);
  if (pins.length === 0) return matched;
  return sql`${matched} union select doc from ${pinTable(pins)} pinned`;
}

function pinTable(pins: readonly Pin[]): Sql {
  return table(
    { doc: 'integer', boost: 'integer' },
    pins.map(({ doc, boost }) => [doc, boost]),
  );
}

async function readNodes(db: Db, docs: readonly number[]): Promise<Map<number, Found>> {
  const pks: Record<SearchType, number[]> = { PAPER: [], TOPIC: [], REPOSITORY: [] };
  for (const doc of docs) pks[fromDoc(doc).type].push(fromDoc(doc).pk);
  const [papers, topics, repositories] = await Promise.all([
    pks.PAPER.length > 0 ? papersByPk(db, pks.PAPER) : [],
    pks.TOPIC.length > 0 ? topicsByPk(db, pks.TOPIC) : [],
    pks.REPOSITORY.length > 0 ? repositoriesByPk(db, pks.REPOSITORY) : [],
  ]);
  const found: Record<SearchType, Map<number, Found>> = {
    PAPER: new Map(papers.map((row) => [row.pk, Object.assign(row, { __typename: 'Paper' as const })])),
    TOPIC: new Map(topics.map((row) => [row.pk, Object.assign(row, { __typename: 'Topic' as const })])),
    REPOSITORY: new Map(repositories.map((row) => [row.pk, Object.assign(row, { __typename: 'Repository' as const })])),
  };
  return new Map(
    docs.flatMap((doc) => {
      const node = found[fromDoc(doc).type].get(fromDoc(doc).pk);
      return node ? [[doc, node] as const] : [];
    }),
  );
}
