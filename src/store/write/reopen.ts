import { rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { Problem } from '../../problem';
import { BUSY_TIMEOUT, sqliteConnection } from '../engine/sqlite';
import { readSchemaState } from '../schema-state';
import { forgetPlace } from './file-in-place';
import { forgetWritten } from './memory';

/**
 * Opens the SQLite file that stands in the place of the one that a writer and a reader have open. To be called while no
 * transaction is under way.
 *
 * @param isOldLog whether the log beside it is that of the file before: SQLite would take it for the new one's
 * @throws Problem when the file is no database of this version, and what SQLite says of one that it cannot read or that
 *   another process keeps locked; then both are closed, and it can be tried again
 */
export async function reopen(writer: DataSource, reader: DataSource, isOldLog: () => boolean): Promise<void> {
  const file = String(writer.options.database);
  if (isOldLog()) emptyLog(writer);
  await closeBoth(writer, reader);
  if (isOldLog()) for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  forgetPlace(writer);
  forgetWritten(writer);
  try {
    await driverOf(reader).connect();
    // All of the process would wait for whoever still writes it.
    sqliteConnection(reader).pragma('busy_timeout = 0');
    await expectComplete(reader);
    sqliteConnection(reader).pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    await driverOf(writer).connect();
    // A log is there from when it was first read.
    await expectComplete(writer);
  } catch (error) {
    await closeBoth(writer, reader);
    throw error;
  }
}

/**
 * Closes the connections to a file that may not be under its name any more. The last one to be closed would write the log
 * into the file, whatever that is by now, but for one that only reads: so the writer is the first.
 */
export async function closeBoth(writer: DataSource, reader: DataSource): Promise<void> {
  await driverOf(writer).disconnect();
  await driverOf(reader).disconnect();
}

/** Writes what the log holds into the file that it belongs to, which may have been moved away. */
function emptyLog(writer: DataSource): void {
  const connection = sqliteConnection(writer);
  if (connection.open) connection.pragma('wal_checkpoint(truncate)');
}

/** A server starts on a database of another version only when it is started: then one process brings it up to date. */
async function expectComplete({ manager }: DataSource): Promise<void> {
  const state = await readSchemaState(manager);
  if (state.is === 'ours' && state.missing.length === 0 && state.unknown.length === 0) return;
  const got =
    state.is === 'new' ? 'an empty one' : state.is === 'foreign' ? 'none of Offprint' : 'one of another version';
  throw new Problem(`expected a database of this version of Offprint in the place of the one before, got ${got}`);
}

function driverOf(dataSource: DataSource): BetterSqlite3Driver {
  return dataSource.driver as BetterSqlite3Driver;
}
