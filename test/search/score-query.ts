import type { SearchType } from '../../src/search/documents';
import { readCollection } from '../../src/search/index/collection';
import { readDocFrequency } from '../../src/search/index/document-frequency';
import type { SearchQuery } from '../../src/search/query/parse-query';
import type { Search } from '../../src/search/rank/prepared-search';
import type { ScoredDoc } from '../../src/search/rank/scored-doc';
import { BOUNDS } from '../../src/search/rank/top-k/bounds';
import { scoreAll, scoreWithin } from '../../src/search/rank/top-k/score-search';
import type { Db } from '../../src/store/sql';

/** A query as a search that is ready. */
export async function searchOf(db: Db, query: SearchQuery, types: readonly SearchType[]): Promise<Search> {
  return {
    query,
    unmatched: [],
    pins: [],
    weights: null,
    terms: [],
    types,
    filter: {},
    groups: query.wanted.map((phrase) => [phrase]),
    docFrequency: await readDocFrequency(db, query),
    collection: await readCollection(db),
    bounds: BOUNDS,
    isExhaustive: false,
    topK: () => Promise.reject(new Error('is not asked for')),
  };
}

/** All that a query finds, whatever the database holds of rows, with its scores. */
export async function scoreQuery(db: Db, query: SearchQuery, types: readonly SearchType[]): Promise<ScoredDoc[]> {
  return scoreAll(db, await searchOf(db, query, types));
}

/** The same of some documents alone. */
export async function scoreQueryWithin(
  db: Db,
  query: SearchQuery,
  types: readonly SearchType[],
  docs: readonly number[],
): Promise<ScoredDoc[]> {
  return scoreWithin(db, await searchOf(db, query, types), docs);
}
