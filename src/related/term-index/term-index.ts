import type { Sql } from 'sql-template-tag';
import type { Db } from '../../store/sql';

/** The tokens by which a paper is found. */
export interface TermEntry {
  paperPk: number;
  /** Each on a line of its own. */
  tokens: string;
}

/**
 * Leads from the terms of a level to the latest papers that have them. Each engine has its own: on SQLite rows by term
 * would be written all over the file, so it is an index of FTS5, which writes what an import adds in one piece.
 */
export interface TermIndex {
  /** Adds papers that the index does not hold. */
  add(db: Db, entries: readonly TermEntry[]): Promise<void>;
  /** Removes papers, with all of their tokens. */
  remove(db: Db, entries: readonly TermEntry[]): Promise<void>;
  clear(db: Db): Promise<void>;
  /** A value: the latest papers with a token, at most so many, as a JSON array. */
  holders(token: Sql, most: number): Sql;
}
