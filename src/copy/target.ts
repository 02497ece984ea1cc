import { existsSync } from 'node:fs';
import sql from 'sql-template-tag';
import { sqliteFileOf } from '../store/engine/database-url';
import { readSchemaState } from '../store/schema-state';
import { type Db, run } from '../store/sql';
import { connect } from '../store/store';

/** How many digests a refusal names. */
const NAMED = 3;

/**
 * Looks whether a database may be copied into, before anything is written there: a new one, or one of Offprint that
 * holds no digests or is to be replaced.
 *
 * @throws Error that says what is there
 */
export async function checkTarget(setting: string, databaseUrl: string, replace: boolean): Promise<void> {
  if (databaseUrl.startsWith('sqlite:') && !existsSync(sqliteFileOf(databaseUrl))) return;
  const dataSource = await connect(setting, databaseUrl);
  try {
    const db = dataSource.manager;
    const state = await readSchemaState(db);
    if (state.is === 'foreign') {
      throw new Error(
        `${setting}: expected a new database or one of Offprint, got one with the tables ${state.tables.join(', ')}`,
      );
    }
    if (state.is === 'ours' && state.unknown.length > 0) {
      throw new Error(
        `${setting}: expected a new database or one of this version, got a later one (${state.unknown.join(', ')})`,
      );
    }
    if (state.is === 'ours' && !replace) await expectNoDigests(setting, db);
  } finally {
    await dataSource.destroy();
  }
}

/** @throws Error that names the digests that are there */
export async function expectNoDigests(setting: string, db: Db): Promise<void> {
  const digests = await run<{ slug: string }>(db, sql`select slug from digest order by date_key desc`);
  if (digests.length === 0) return;
  const named = digests.slice(0, NAMED).map(({ slug }) => slug);
  const names = digests.length > NAMED ? `${named.join(', ')}, …` : named.join(', ');
  throw new Error(
    `${setting}: expected a database without digests, got one with ${digests.length} (${names}); --replace deletes all that it holds`,
  );
}
