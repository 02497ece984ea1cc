import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { Role } from '../data-source';
import type { Rendered } from './render';
import { runPrepared, toObjects } from './sqlite-statements';

/** How long a statement waits for another process's write lock, in milliseconds. */
export const BUSY_TIMEOUT = 60_000;

/** Prepared statements that a connection keeps: more than the program has, in all lengths of their lists. */
const STATEMENTS = 1_000;

/** Pages of the log that are copied into the file at a time, 32 MB: most were written many times over by then. */
const CHECKPOINT_PAGES = 8_192;

/** Memory for pages while an import writes, in kibibytes: the indexes are written all over. */
const WRITER_CACHE = 65_536;

/**
 * The connection to an SQLite file; the folders above it are made.
 *
 * @param databaseUrl `sqlite:FILE`
 * @throws Error when no file is named: two connections to a database in memory would be two databases
 */
export function sqliteOptions(databaseUrl: string, role: Role): BetterSqlite3DataSourceOptions {
  const database = databaseUrl.slice('sqlite:'.length);
  if (database === '' || database === ':memory:') {
    throw new Error(`DATABASE_URL: expected sqlite:FILE or postgres://…, got ${JSON.stringify(databaseUrl)}`);
  }
  const shared = {
    type: 'better-sqlite3',
    database,
    timeout: BUSY_TIMEOUT,
    statementCacheSize: STATEMENTS,
  } as const;
  if (role === 'reader') return { ...shared, readonly: true };
  mkdirSync(dirname(database), { recursive: true });
  return {
    ...shared,
    enableWAL: true,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('synchronous = NORMAL');
      connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      // What a statement may have to undo goes to a temporary file otherwise, page by page.
      connection.pragma('temp_store = MEMORY');
      connection.pragma(`cache_size = -${WRITER_CACHE}`);
    },
  };
}

/** The driver's own connection behind a data source. */
export function sqliteConnection(dataSource: DataSource): BetterSqlite3.Database {
  return (dataSource.driver as BetterSqlite3Driver).databaseConnection;
}

/** Runs a statement in this thread. */
export function runOnSqlite({ dataSource }: Pick<EntityManager, 'dataSource'>, statement: Rendered): unknown[] {
  return toObjects(runPrepared(sqliteConnection(dataSource), statement));
}

/** Brings the schema up to date, in one transaction that takes the write lock first: one process migrates, others wait. */
export async function migrateSqlite(dataSource: DataSource): Promise<void> {
  await dataSource.query('begin immediate');
  try {
    await dataSource.runMigrations({ transaction: 'none' });
    await dataSource.query('commit');
  } catch (error) {
    await dataSource.query('rollback');
    throw error;
  }
}
