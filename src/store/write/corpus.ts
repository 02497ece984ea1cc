import sql, { raw } from 'sql-template-tag';
import { type Db, run } from '../sql';
import { announce } from './announce';

/**
 * Takes the write lock at the start of a transaction, so that imports of several processes follow one another instead
 * of failing halfway when both have read and both want to write.
 */
export async function touchCorpus(db: Db): Promise<void> {
  await run(db, sql`update corpus set version = version where id = 1`);
}

/** What the corpus knows the number of, by its table. */
export type Counted = 'paper' | 'topic' | 'repository' | 'digest';

/** Counts rows that came, or went: counting all of a table takes longer the more there is. */
export async function countRows(db: Db, table: Counted, added: number): Promise<void> {
  if (added === 0) return;
  const column = raw(`${table}_count`);
  await run(db, sql`update corpus set ${column} = ${column} + ${added} where id = 1`);
}

/** Counts everything that is stored, whatever was counted before. */
export async function recountCorpus(db: Db): Promise<void> {
  await run(
    db,
    sql`update corpus set
          paper_count = (select count(*) from paper), topic_count = (select count(*) from topic),
          repository_count = (select count(*) from repository), digest_count = (select count(*) from digest)
        where id = 1`,
  );
}

/**
 * Moves on the version and tells of it, at the end of every transaction that changed anything. What it changed is then
 * written into the log under the new version.
 *
 * @returns the new version
 */
export async function writeCorpus(db: Db): Promise<number> {
  const [corpus] = await run<{ version: number }>(
    db,
    sql`update corpus set version = version + 1, updated_at = ${new Date().toISOString()} where id = 1 returning version`,
  );
  await announce(db);
  return (corpus as { version: number }).version;
}
