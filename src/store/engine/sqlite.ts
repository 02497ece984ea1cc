import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { Role } from '../data-source';
import type { Rendered } from './render';

/** How long a statement waits for another process's write lock, in milliseconds. */
const BUSY_TIMEOUT = 60_000;

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

/** Prepared statements that a connection keeps: more than there are texts in all of the store. */
const MOST_PREPARED = 1_000;

/** A statement ready to run, with the names of its columns; none for one that gives no rows. */
interface Prepared {
  statement: BetterSqlite3.Statement;
  names: readonly string[] | null;
}

const prepared = new WeakMap<BetterSqlite3.Database, LRUCache<string, Prepared>>();

/** Runs a statement, prepared when it is first met, on the driver itself: TypeORM takes as long as many a statement. */
export function runOnSqlite({ dataSource }: EntityManager, { text, values }: Rendered): unknown[] {
  const connection: BetterSqlite3.Database = (dataSource.driver as BetterSqlite3Driver).databaseConnection;
  const { statement, names } = prepare(connection, text);
  if (names) return (statement.all(...values) as unknown[][]).map((row) => toObject(names, row));
  statement.run(...values);
  return [];
}

/** The driver takes nearly twice as long to make objects as it takes to give arrays. */
function toObject(names: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) object[names[index] as string] = row[index];
  return object;
}

function prepare(connection: BetterSqlite3.Database, text: string): Prepared {
  const known = prepared.get(connection) ?? new LRUCache({ max: MOST_PREPARED });
  prepared.set(connection, known);
  const ready = known.get(text) ?? toPrepared(connection.prepare(text));
  known.set(text, ready);
  return ready;
}

function toPrepared(statement: BetterSqlite3.Statement): Prepared {
  if (!statement.reader) return { statement, names: null };
  return { statement: statement.raw(), names: statement.columns().map(({ name }) => name) };
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
