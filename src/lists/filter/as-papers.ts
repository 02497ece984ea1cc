import sql, { type Sql } from 'sql-template-tag';
import { type PaperFilter, paperConditions } from './paper-filter';

/**
 * Documents as the table `p` that conditions on papers speak of. The rows of papers are long, and thousands of documents
 * are held against a filter: so the rows are left alone. The documents are found by themselves, as SQLite makes joins of
 * the conditions of a filter, and finds no way to enter FTS5 among many.
 *
 * @param docs a table with the column `doc`, all of them papers if the filter sets a condition
 */
export function asPapers(docs: Sql): Sql {
  return sql`(with held as materialized (${docs}) select held.*, held.doc as id from held) p`;
}

/** A filter as conditions on the ids of `p`. A paper is first seen on the day of its first dated digest. */
export function conditionsOfIds({ firstSeenOn, ...others }: PaperFilter): Sql[] {
  const conditions = paperConditions(others);
  const { from, to } = { from: firstSeenOn?.from, to: firstSeenOn?.to };
  if (from == null && to == null) return conditions;
  const day = sql`(select min(fd.date) from digest_paper fm join digest fd on fd.id = fm.digest_id where fm.paper_id = p.id)`;
  return [...conditions, sql`${day} between ${from ?? FIRST_DAY} and ${to ?? LAST_DAY}`];
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
