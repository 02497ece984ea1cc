import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { Problem } from '../../problem';
import { engineOf } from '../engine/engine';
import { readSchemaState } from '../schema-state';
import { type Db, run } from '../sql';
import { expectInPlace } from './file-in-place';
import type { Patience } from './patience';
import { lockTimeoutOf, onceUnlocked } from './postgres-transaction';
import { takeLock } from './sqlite-transaction';

/** Any number, the same in all processes: who holds it may migrate. */
const MIGRATION_LOCK = 7_264_510_233;

/**
 * Brings the schema up to date under a lock: of several processes that start at once one migrates, others wait. Close the
 * connections of a writer whose schema could not be.
 *
 * @throws Problem when the database was made by a later version, or cannot hold all texts
 */
export async function bringSchemaUpToDate(writer: DataSource, patience: Patience): Promise<void> {
  await expectUsable(writer.manager, patience);
  await (engineOf(writer.manager) === 'sqlite' ? migrateSqlite : migratePostgres)(writer, patience);
}

async function expectUsable(db: Db, { setting }: Patience): Promise<void> {
  const state = await readSchemaState(db);
  if (state.is === 'ours' && state.unknown.length > 0) {
    throw new Problem(
      `${setting}: expected a database of this version of Offprint, got one of a later version (${state.unknown.join(', ')}); start that version, or put a backup in its place`,
    );
  }
  if (engineOf(db) === 'sqlite') return;
  const [row] = await run<{ server_encoding: string }>(db, sql`show server_encoding`);
  if (row?.server_encoding !== 'UTF8') {
    throw new Problem(
      `${setting}: expected a database with the encoding UTF8, got ${row?.server_encoding}; make one with: create database … encoding 'UTF8' template template0`,
    );
  }
}

/** In one transaction, which also holds what one of several migrations has done when another fails. */
async function migrateSqlite(writer: DataSource, patience: Patience): Promise<void> {
  expectInPlace(writer, patience);
  await takeLock(writer.manager, patience);
  await writer.runMigrations({ transaction: 'none' });
  await run(writer.manager, sql`commit`);
}

async function migratePostgres(writer: DataSource, patience: Patience): Promise<void> {
  const holder = writer.createQueryRunner();
  try {
    // The lock is the transaction's: that of a connection would stay with a pooler. However long it waits for the migrations.
    await holder.query(
      `begin; set local lock_timeout = ${lockTimeoutOf(patience)}; set local idle_in_transaction_session_timeout = 0`,
    );
    await onceUnlocked(patience, () => holder.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`));
    await writer.runMigrations();
  } finally {
    await holder.query('rollback').catch(() => undefined);
    await holder.release();
  }
}
