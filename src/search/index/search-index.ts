import type { Sql } from 'sql-template-tag';
import type { Db } from '../../store/sql';
import type { DocRange, SearchType } from '../documents';
import type { Phrase } from '../query/parse-query';
import type { IndexEntry } from './index-entry';
import type { Lengths, Postings } from './postings';

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

/**
 * An inverted index of the terms that `tokenize` makes. Each engine has its own; both find the same documents and give
 * them the same scores. Beside it stand two tables that it keeps in step: `search_term`, in how many documents each term
 * stands, and in `search_state` how many documents there are and how long the fields of papers are.
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
  /** Reads where phrases stand, in their order: of each all postings, those of each of its terms being gone through. */
  readPostings(db: Db, phrases: readonly Phrase[]): Promise<Postings[]>;
  /** The same within some documents: these are gone through, whatever else holds the phrases. */
  readPostingsWithin(db: Db, docs: readonly number[], phrases: readonly Phrase[]): Promise<Postings[]>;
  /** Reads how long documents are, in their order; 0 of one that is not there. */
  readLengths(db: Db, docs: readonly number[]): Promise<Lengths>;
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
}
