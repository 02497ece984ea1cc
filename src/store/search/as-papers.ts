import sql, { type Sql } from 'sql-template-tag';
import type { PaperFilter } from '../read/paper-filter';

/**
 * Documents as the table `p` that `paperConditions` speaks of, with the columns that they come with. The rows of papers
 * are long, and there are thousands of documents to hold against a filter: they are read only for what else is nowhere.
 *
 * @param docs a table with the column `doc`, all of them papers if the filter sets a condition
 */
export function asPapers(docs: Sql, { firstSeen }: PaperFilter): Sql {
  if (firstSeen == null) return sql`(select held.*, held.doc as id from (${docs}) held) p`;
  return sql`(select held.*, paper.id, paper.first_seen_on, paper.first_seen_key
    from (${docs}) held join paper on paper.id = held.doc) p`;
}
