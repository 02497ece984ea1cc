import sql from 'sql-template-tag';
import { engineOf } from '../store/engine/engine';
import { type Db, run } from '../store/sql';

/**
 * Has PostgreSQL look at what its tables hold, which it would do by itself a minute later: until then it plans as if there were
 * little, and a count that takes a millisecond takes a second. SQLite plans without.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  if (engineOf(db) === 'postgres') await run(db, sql`analyze`);
}
