import type { Sql } from 'sql-template-tag';
import type { Db } from '../sql';
import type { SearchType } from './kinds';
import type { SearchQuery } from './parse-query';

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

/**
 * An inverted index of the terms that `tokenize` makes. Each engine has its own; both find the same documents and give
 * them the same scores. Beside it stands `search_term`, a table on one engine and a view on the other.
 */
export interface SearchIndex {
  /** Adds documents that the index does not hold. */
  addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void>;
  /** Removes documents, whether or not the index holds them. */
  removeEntries(db: Db, docs: readonly number[]): Promise<void>;
  /** Removes every document of a type. */
  removeEntriesOf(db: Db, type: SearchType): Promise<void>;
  /** Removes everything, even what is only left over. */
  clear(db: Db): Promise<void>;
  /** How many documents the index holds. */
  countEntries(db: Db): Promise<number>;
  /**
   * The documents that a query matches, with their scores, as a table with the columns `doc` and `score`, higher is
   * better: `(BM25(words) + 0.3 · BM25(pairs)) · (1 for a paper, 0.6 for anything else)`, as FTS5 computes BM25, with
   * k1 = 1.2 and b = 0.75 over the weighted fields.
   *
   * @see https://sqlite.org/fts5.html#the_bm25_function
   */
  scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql;
  /** The documents that a query matches, without scores: a table with the column `doc`. */
  matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql;
}
