import sql, { type Sql } from 'sql-template-tag';
import { type Db, run, table } from '../../store/sql';
import type { ChangeSet } from './change-set';

/** Writes into the log what the transaction changed, under the version that it has just made. */
export async function writeChanges(db: Db, changes: ChangeSet): Promise<void> {
  const rows = [...changes].map(({ action, type, key }, position) => [position, action, type, key]);
  if (rows.length === 0) return;
  await insertChanges(db, sql`${table({ position: 'integer', kind: 'text', type: 'text', key: 'text' }, rows)} n`);
}

/** Writes into the log that every paper changed: the rules changed by which papers are read. */
export async function writeEveryPaperChanged(db: Db): Promise<void> {
  await insertChanges(
    db,
    sql`(select row_number() over (order by id) - 1 as position, 'CHANGED' as kind, 'PAPER' as type, slug as key from paper) n`,
  );
}

function insertChanges(db: Db, changes: Sql): Promise<unknown> {
  return run(
    db,
    sql`insert into change (version, position, kind, type, key, at)
        select c.version, n.position, n.kind, n.type, n.key, c.updated_at from ${changes} cross join corpus c`,
  );
}
