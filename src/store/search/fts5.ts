import sql, { type Sql } from 'sql-template-tag';
import { insertRows } from '../import/insert-rows';
import { type Db, ids, run } from '../sql';
import { DOC_STEP, numbersOf, type SearchType } from './kinds';
import type { Phrase, SearchQuery } from './parse-query';
import { FIELD_WEIGHTS, isOfTypes, PAIR_WEIGHT, typeWeight } from './ranking';
import type { IndexEntry, SearchIndex } from './search-index';

/** All that is particular to SQLite's FTS5. It is used as an inverted index and nothing else. */
export const fts5: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf,
  clear,
  countEntries,
  scoredDocs,
  matchedDocs,
};

function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ doc, title, body, more }) => [doc, title.join(' '), body.join(' '), more.join(' ')]);
  return insertRows(db, 'search_index', ['rowid', 'title', 'body', 'more'], rows);
}

async function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  await run(db, sql`delete from search_index where rowid in ${ids(docs)}`);
}

async function removeEntriesOf(db: Db, type: SearchType): Promise<void> {
  await run(
    db,
    sql`delete from search_index where rowid in
          (select id from search_index_docsize where id % ${DOC_STEP} in ${ids(numbersOf([type]))})`,
  );
}

async function clear(db: Db): Promise<void> {
  await run(db, sql`delete from search_index`);
}

async function countEntries(db: Db): Promise<number> {
  const [row] = await run<{ n: number }>(db, sql`select count(*) as n from search_index_docsize`);
  return Number(row?.n ?? 0);
}

function scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  const words = ranked(toMatch(query), types);
  const weight = typeWeight(sql`w.doc`);
  if (query.pairs.length === 0) return sql`select w.doc, w.bm25 * ${weight} as score from (${words}) w`;
  // Materialized, or the pairs would be searched for anew for every document.
  return sql`with pair as materialized (${ranked(anyOf(query.pairs), types)})
    select w.doc, (w.bm25 + ${PAIR_WEIGHT} * coalesce(n.bm25, 0)) * ${weight} as score
    from (${words}) w left join pair n on n.doc = w.doc`;
}

function ranked(match: string, types: readonly SearchType[]): Sql {
  const { title, body, more } = FIELD_WEIGHTS;
  return sql`select rowid as doc, -bm25(search_index, ${title}, ${body}, ${more}) as bm25
    from search_index where search_index match ${match} and ${isOfTypes(sql`rowid`, types)}`;
}

function matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  return sql`select rowid as doc from search_index
    where search_index match ${toMatch(query)} and ${isOfTypes(sql`rowid`, types)}`;
}

/**
 * A query in the language of FTS5. Terms are letters and digits by construction, and quoted, so nothing in them can
 * be syntax. Wanted terms count for the ranking only where something is required.
 *
 * What is excluded is taken from what is wanted, not from the whole: FTS5 gives some documents no score when `AND`
 * stands within `NOT`.
 */
function toMatch({ wanted, required, excluded }: SearchQuery): string {
  const wishes = `(${anyOf([...required.flat(), ...wanted])})`;
  const allowed = excluded.length === 0 ? wishes : `(${wishes} NOT (${anyOf(excluded)}))`;
  return [allowed, ...required.map((alternatives) => `(${anyOf(alternatives)})`)].join(' AND ');
}

function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
}
