import type BetterSqlite3 from 'better-sqlite3';
import sql from 'sql-template-tag';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { type Db, run } from '../sql';
import type { Store } from '../store';
import { inTurns } from './in-turns';

/**
 * Reads which state of the corpus questions are answered from. What is asked between two readings that give the same was
 * answered from that state: nothing was committed in between, by whichever process.
 */
export type ReadState = () => Promise<string>;

/** How to read the state of a store, from the connections that answer questions. */
export function stateOf({ engine, reader }: Pick<Store, 'engine' | 'reader'>): ReadState {
  return engine === 'postgres' ? inTurns(() => readPostgres(reader)) : readerOfSqlite(reader);
}

/** The number that changes with the commits of all other connections. It comes out of shared memory in microseconds. */
function readerOfSqlite(db: Db): ReadState {
  const connection: BetterSqlite3.Database = (db.dataSource.driver as BetterSqlite3Driver).databaseConnection;
  const statement = connection.prepare('pragma data_version').pluck();
  return async () => String(statement.get());
}

/** The version, and the transaction that wrote it: every write of Offprint begins by writing this row. */
async function readPostgres(db: Db): Promise<string> {
  const [row] = await run<{ state: string }>(db, sql`select version || ' ' || xmin as state from corpus`);
  if (!row) throw new Error('The corpus row is missing: the database was not migrated by Offprint');
  return row.state;
}
