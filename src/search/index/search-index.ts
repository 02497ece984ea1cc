import type { Sql } from 'sql-template-tag';
import type { Db } from '../../store/sql';
import type { DocRange, SearchType } from '../documents';
import type { Phrase, SearchQuery } from '../query/parse-query';
import type { IndexEntry } from './index-entry';

/** What documents must hold to be found, without a thought of how well they fit. */
export interface Match {
  /** Where to look for all of it. */
  field: 'title' | 'any';
  /** Of each of these lists one phrase. */
  groups: readonly (readonly Phrase[])[];
  /** None of these. */
  excluded: readonly Phrase[];
}

/** Documents that are gone through at a time. */
export interface DocPart extends DocRange {
  /**
   * A term that stands in the last document behind the part and nowhere else. An index that only stops where something
   * is found stops there.
   */
  landmark?: string;
}

/** How often phrases stand in a document. */
export interface TermFrequencies {
  doc: number;
  /** Tokens of the document, all fields together. */
  length: number;
  /** Occurrences of each phrase, weighted by field, in the order of the phrases asked for. */
  frequencies: number[];
}

/**
 * An inverted index of the terms that `tokenize` makes. Each engine has its own; both find the same documents and give
 * them the same scores. Beside it stand two tables that it keeps in step: `search_term`, in how many documents each term
 * stands, and in `search_state` how many documents there are and how many tokens they have.
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
  /** How many documents each table of the index holds. */
  countEntries(db: Db): Promise<number[]>;
  /**
   * The documents that a query matches, with their scores, as a table with the columns `doc` and `score`, higher is
   * better: `(BM25(words) + 0.3 · BM25(pairs)) · (1 for a paper, 0.6 for anything else)`, as FTS5 computes BM25, with
   * k1 = 1.2 and b = 0.75 over the weighted fields. Visits every document that holds one of the phrases.
   *
   * @see https://sqlite.org/fts5.html#the_bm25_function
   */
  scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql;
  /** The documents that a query matches, without scores: a table with the column `doc`. */
  matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql;
  /**
   * The latest documents of a part that match, latest first: a table with the column `doc`, at most so many rows.
   *
   * @param isRare whether to find all that match and then take the latest, not to go back from the latest until so many match
   */
  latestDocs(match: Match, part: DocPart, most: number, isRare: boolean): Sql;
  /** The latest part of a range, with about so many papers. */
  latestPart(db: Db, range: DocRange, field: Match['field'], papers: number): Promise<DocPart>;
  /** The latest document of a range; null when there is none. */
  latestDoc(db: Db, range: DocRange): Promise<number | null>;
  /** Reads how often each phrase stands in each of the documents; one that holds none may be left out. */
  readFrequencies(db: Db, docs: readonly number[], phrases: readonly Phrase[]): Promise<TermFrequencies[]>;
}
