import sql from 'sql-template-tag';
import { engineOf } from '../engine/engine';
import { type Db, run } from '../sql';

/** The channel on which PostgreSQL tells of new versions. */
export const CHANNEL = 'offprint_changes';

/** Tells all processes of the version that the transaction makes, once it is committed. SQLite's are asked instead. */
export async function announce(db: Db): Promise<void> {
  if (engineOf(db) !== 'postgres') return;
  await run(db, sql`select pg_notify(${CHANNEL}, version::text) from corpus`);
}
