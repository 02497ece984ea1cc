import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { Problem } from '../../problem';
import { sqliteFileOf } from './database-url';
import { makeFolder } from './make-folder';
import type { Rendered } from './render';
import type { Role } from './role';
import type { Rows } from './rows';
import { sqliteDriver } from './sqlite-driver';
import { runPrepared } from './sqlite-statements';

/** How long SQLite itself waits for another process's lock, in milliseconds. */
export const BUSY_TIMEOUT = 60_000;

/** A writer waits as long as it is told to, but not inside of SQLite, where all of the process would wait with it. */
const WRITER_BUSY_TIMEOUT = 100;

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
  const database = sqliteFileOf(databaseUrl);
  if (database === '' || database === ':memory:') {
    throw new Problem(`DATABASE_URL: expected sqlite:FILE or postgres://…, got ${JSON.stringify(databaseUrl)}`);
  }
  const shared = {
    type: 'better-sqlite3',
    driver: sqliteDriver(),
    database,
    timeout: role === 'writer' ? WRITER_BUSY_TIMEOUT : BUSY_TIMEOUT,
    statementCacheSize: STATEMENTS,
  } as const;
  if (role === 'reader') return { ...shared, readonly: true };
  makeFolder(dirname(database));
  return {
    ...shared,
    enableWAL: true,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      // What is committed outlasts a power cut: the log is on the disk before an import is reported.
      connection.pragma('synchronous = FULL');
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
export function runOnSqlite({ dataSource }: Pick<EntityManager, 'dataSource'>, statement: Rendered): Rows {
  return runPrepared(sqliteConnection(dataSource), statement);
}
