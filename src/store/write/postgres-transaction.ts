import type { ClientBase } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { codeOf } from '../../problem';
import { close } from '../engine/postgres';
import type { Db } from '../sql';
import { touchCorpus } from './corpus';
import { type Patience, StillLocked, speakingOfIt } from './patience';

/** PostgreSQL's code for a lock that was not to be had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Connections that may turn out to be lost before one is found that is not: all that the pool may have kept. */
const MOST_LOST = 5;

/**
 * Does work in a transaction of PostgreSQL's that has the write lock from its beginning. A connection whose transaction
 * did not end by its own commit is closed, which undoes what is left of it.
 */
export async function inPostgresTransaction<Done>(
  writer: DataSource,
  patience: Patience,
  work: (db: EntityManager) => Promise<Done>,
): Promise<Done> {
  const runner = await begin(writer, patience);
  const client: ClientBase = await runner.connect();
  try {
    await takeLock(runner.manager, patience);
    const done = await work(runner.manager);
    const { command } = await client.query('commit');
    // It rolls back, and says only so, when a statement has failed before.
    if (command !== 'COMMIT') throw new Error(`PostgreSQL: expected COMMIT, got ${command}`);
    return done;
  } catch (error) {
    close(client);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Begins on a connection that answers: the pool keeps those that the server has cut off until they are used. */
async function begin(writer: DataSource, patience: Patience): Promise<QueryRunner> {
  for (let lost = 0; ; lost += 1) {
    const runner = writer.createQueryRunner();
    const client: ClientBase = await runner.connect();
    try {
      await client.query(`begin; set local lock_timeout = ${lockTimeoutOf(patience)}`);
      return runner;
    } catch (error) {
      close(client);
      await runner.release();
      if (lost >= MOST_LOST) throw error;
    }
  }
}

/** How long statements of a transaction may wait for a lock, in milliseconds; 0 would tell PostgreSQL to wait for ever. */
export function lockTimeoutOf({ lockWaitMs }: Patience): number {
  return Math.max(1, lockWaitMs);
}

async function takeLock(db: Db, patience: Patience): Promise<void> {
  await onceUnlocked(patience, () => touchCorpus(db));
}

/** Waits for a lock, in a transaction that waits no longer than is said. */
export function onceUnlocked<Done>(patience: Patience, take: () => Promise<Done>): Promise<Done> {
  return speakingOfIt(patience, async () => {
    try {
      return await take();
    } catch (error) {
      throw codeOf(error) === LOCK_NOT_AVAILABLE ? new StillLocked(patience) : error;
    }
  });
}
