import sql, { empty, type Sql } from 'sql-template-tag';
import { insertRows } from '../import/insert-rows';
import { type Db, keys, run } from '../sql';
import { DOC_STEP, numbersOf, type SearchType } from './kinds';
import type { Phrase, SearchQuery } from './parse-query';

/*
 * All that is particular to SQLite's FTS5. It is used as an inverted index and nothing else: what it is given are terms
 * made by `tokenize`, so another engine that holds terms with positions can take its place.
 */

/** The terms of one document, by field, each in the order of the text. */
export interface IndexEntry {
  doc: number;
  /** Title or name. */
  title: readonly string[];
  /** Abstract or description. */
  body: readonly string[];
  /** Other names, and hyphenated words as one. */
  more: readonly string[];
}

/*
 * The numbers of the ranking, chosen on judged queries (the README has the table).
 */
/** How much an occurrence counts in each field; a compound for half, as its parts already count. */
const WEIGHTS = sql`1.5, 1, 0.5`;
/** How much words that stand side by side, as in the query, add to what each of them counts. */
const PAIR_WEIGHT = 0.3;
/** A topic or repository is a few words long, and BM25 favours what is short: it is not to stand before the papers. */
const OTHER_WEIGHT = 0.6;

/** Adds documents that the index does not hold. */
export function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ doc, title, body, more }) => [doc, title.join(' '), body.join(' '), more.join(' ')]);
  return insertRows(db, 'search_index', ['rowid', 'title', 'body', 'more'], rows);
}

/** Removes documents, whether or not the index holds them. */
export async function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  await run(db, sql`delete from search_index where rowid in ${keys(docs)}`);
}

/** Removes every document of a type. */
export async function removeEntriesOf(db: Db, type: SearchType): Promise<void> {
  await run(
    db,
    sql`delete from search_index where rowid in
          (select id from search_index_docsize where id % ${DOC_STEP} in ${keys(numbersOf([type]))})`,
  );
}

/** How many documents the index holds. */
export async function countEntries(db: Db): Promise<number> {
  const [row] = await run<{ n: number }>(db, sql`select count(*) as n from search_index_docsize`);
  return Number(row?.n ?? 0);
}

/** How many documents hold each of the terms; a term that none holds is absent. */
export async function countDocsOfTerms(db: Db, terms: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ term: string; docs: number }>(
    db,
    sql`select term, doc as docs from search_term where term in ${keys(terms)}`,
  );
  return new Map(rows.map(({ term, docs }) => [term, docs]));
}

/**
 * The documents that a query matches, with their scores, as a table with the columns `doc` and `score`, higher is
 * better: `(BM25(words) + 0.3 · BM25(pairs)) · (1 for a paper, 0.6 for anything else)`, with k1 = 1.2 and b = 0.75 over
 * the weighted fields.
 *
 * @see https://sqlite.org/fts5.html#the_bm25_function
 */
export function scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  const words = ranked(toMatch(query), types);
  const weight = sql`case w.doc % ${DOC_STEP} when 0 then 1 else ${OTHER_WEIGHT} end`;
  if (query.pairs.length === 0) return sql`select w.doc, w.bm25 * ${weight} as score from (${words}) w`;
  // Materialized, or the pairs would be searched for anew for every document.
  return sql`with pair as materialized (${ranked(anyOf(query.pairs), types)})
    select w.doc, (w.bm25 + ${PAIR_WEIGHT} * coalesce(n.bm25, 0)) * ${weight} as score
    from (${words}) w left join pair n on n.doc = w.doc`;
}

function ranked(match: string, types: readonly SearchType[]): Sql {
  return sql`select rowid as doc, -bm25(search_index, ${WEIGHTS}) as bm25
    from search_index where search_index match ${match}${ofTypes(types)}`;
}

/** The documents that a query matches, without scores: a table with the column `doc`. */
export function matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  return sql`select rowid as doc from search_index where search_index match ${toMatch(query)}${ofTypes(types)}`;
}

function ofTypes(types: readonly SearchType[]): Sql {
  return types.length === 3 ? empty : sql` and rowid % ${DOC_STEP} in ${keys(numbersOf(types))}`;
}

/**
 * A query in the language of FTS5. Terms are letters and digits by construction, and quoted, so nothing in them can
 * be syntax. Wanted terms count for the ranking only where something is required.
 */
function toMatch({ wanted, required, excluded }: SearchQuery): string {
  const musts = required.map((alternatives) => `(${anyOf(alternatives)})`).join(' AND ');
  const wishes = anyOf([...required.flat(), ...wanted]);
  const found = musts === '' ? `(${wishes})` : `(${musts} AND (${wishes}))`;
  return excluded.length === 0 ? found : `${found} NOT (${anyOf(excluded)})`;
}

function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
}
