import sql, { raw, type Sql } from 'sql-template-tag';
import { type Db, limit, run } from '../../../store/sql';
import type { DocRange, SearchType } from '../../documents';
import type { SearchQuery } from '../../query/parse-query';
import { FIELD_WEIGHTS, isOfTypes, PAIR_WEIGHT, typeWeight } from '../../rank/weights';
import type { DocPart, Match, SearchIndex } from '../search-index';
import { addEntries, clear, countEntries, removeEntries, removeEntriesOf } from './fts5-entries';
import { readFrequencies } from './fts5-frequencies';
import { anyOf, matchToFts5, queryToFts5 } from './fts5-match';
import { latestPart } from './fts5-part';

/** All that is particular to SQLite's FTS5. It is used as an inverted index and nothing else. */
export const fts5: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf,
  clear,
  countEntries,
  scoredDocs,
  matchedDocs,
  latestDocs,
  latestPart,
  latestDoc,
  readFrequencies,
};

function scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  const words = ranked(queryToFts5(query), types);
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
    where search_index match ${queryToFts5(query)} and ${isOfTypes(sql`rowid`, types)}`;
}

function latestDocs(match: Match, part: DocPart, most: number): Sql {
  const index = raw(match.field === 'title' ? 'search_title' : 'search_index');
  return sql`select rowid as doc from ${index}
    where ${index} match ${matchToFts5(match, part.landmark)} and ${isWithin(part)} order by rowid desc ${limit(most)}`;
}

/** FTS5 enters its lists in the middle only for an integer, and numbers are bound as floating-point ones. */
function isWithin({ from, to }: DocRange): Sql {
  return sql`rowid >= cast(${from} as integer) and rowid < cast(${to} as integer)`;
}

async function latestDoc(db: Db, { from, to }: DocRange): Promise<number | null> {
  const [row] = await run<{ doc: number | null }>(
    db,
    sql`select max(id) as doc from search_index_docsize where id >= ${from} and id < ${to}`,
  );
  return row?.doc ?? null;
}
