import { randomInt } from 'node:crypto';
import { statSync } from 'node:fs';
import sql from 'sql-template-tag';
import { engineOf } from '../store/engine/engine';
import { type Db, run } from '../store/sql';

/** More than any two copies will draw alike, and within PostgreSQL's numbers. */
const KEYS = 2 ** 47;

/** Whether two connections lead to one database, however their addresses are spelled. */
export async function isSameDatabase(one: Db, other: Db): Promise<boolean> {
  if (engineOf(one) !== engineOf(other)) return false;
  return engineOf(one) === 'sqlite' ? sameFile(one, other) : shareLocks(one, other);
}

async function sameFile(one: Db, other: Db): Promise<boolean> {
  const [a, b] = [one, other].map(({ dataSource }) => statSync(String(dataSource.options.database)));
  return a?.dev === b?.dev && a?.ino === b?.ino;
}

/** A lock that one has taken can be had by the other only where it is another database. */
async function shareLocks(one: Db, other: Db): Promise<boolean> {
  const key = randomInt(KEYS);
  await run(one, sql`select pg_advisory_xact_lock(${key})`);
  const [row] = await run<{ got: boolean }>(other, sql`select pg_try_advisory_xact_lock(${key}) as got`);
  return row?.got === false;
}
