import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { codeOf } from '../../problem';
import { sqliteConnection } from '../engine/sqlite';
import { type Db, run } from '../sql';
import { expectInPlace, isInPlace } from './file-in-place';
import { type Patience, StillLocked, speakingOfIt } from './patience';

/** How long until a lock that somebody has is tried again, in milliseconds. */
const TRY_EVERY = 10;

/**
 * Does work in a transaction of SQLite's that has the write lock from its beginning. A connection whose transaction did
 * not end by its own commit is closed, which undoes what is left of it, and another one is opened: SQLite ends
 * transactions by itself when a disk is full, and whoever goes on as if there still was one writes what is never
 * committed, or commits what was to be undone.
 */
export async function inSqliteTransaction<Done>(
  writer: DataSource,
  patience: Patience,
  work: (db: EntityManager) => Promise<Done>,
): Promise<Done> {
  const driver = writer.driver as BetterSqlite3Driver;
  const db = writer.manager;
  expectInPlace(writer, patience);
  // One that could not be opened when it was to take another's place.
  if (!sqliteConnection(writer).open) await driver.connect();
  try {
    await takeLock(db, patience);
    const done = await work(db);
    await run(db, sql`commit`);
    if (sqliteConnection(writer).inTransaction)
      throw new Error('SQLite: expected the end of the transaction, got none');
    expectInPlace(writer, patience);
    return done;
  } catch (error) {
    await driver.disconnect();
    // What went wrong first is what is told; the next write tries again to open one. No file is made in the place of it.
    if (isInPlace(writer)) await driver.connect().catch(() => undefined);
    throw error;
  }
}

/** Begins a transaction that has the write lock. */
export async function takeLock(db: Db, patience: Patience): Promise<void> {
  await onceFree(patience, () => run(db, sql`begin immediate`));
}

/** Tries again as long as another connection's lock is in the way: while SQLite itself waits, nothing else can be done. */
export function onceFree<Done>(patience: Patience, attempt: () => Promise<Done>): Promise<Done> {
  const began = performance.now();
  return speakingOfIt(patience, async () => {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
        if (performance.now() - began > patience.lockWaitMs) throw new StillLocked(patience);
      }
      await sleep(TRY_EVERY);
    }
  });
}
