import { availableParallelism } from 'node:os';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { endingPool, endOn, endReading, holding, runOnConnection } from '../engine/postgres';
import type { Rows } from '../engine/rows';
import { Expectations } from './expectations';
import { Lane } from './lane';
import type { Reading } from './reading';

/**
 * Connections that long statements may hold at once: the others are for short ones, and for those who ask after health. No
 * more than there are cores, for then they only take turns, and everybody else waits for them: on two cores an ordinary page
 * beside the dearest operations took 1.4 times as long with six as with two, which end as many of them (`--parts fairness`).
 */
const MOST_LONG = Math.min(6, Math.max(2, availableParallelism()));

/** Runs long statements on few of the connections, and has PostgreSQL end those that nobody waits for any more. */
export function readPostgres(dataSource: DataSource): Reading {
  const pool: Pool = (dataSource.driver as PostgresDriver).master;
  const ending = endingPool(pool);
  const lane = new Lane(MOST_LONG);
  const expectations = new Expectations();
  return {
    run(work, statement, isDear) {
      work.check();
      const { text } = statement;
      let connection: PoolClient | undefined;
      let running: Promise<Rows> | undefined;
      let ended: Promise<void> | undefined;
      const job = (): Promise<Rows> => {
        const asked = performance.now();
        return holding(pool, async (held) => {
          work.waitedMs += performance.now() - asked;
          work.check();
          const started = performance.now();
          connection = held;
          running = runOnConnection(held, statement);
          try {
            const rows = await running;
            const ms = performance.now() - started;
            expectations.learn(text, ms, isDear);
            work.account(statement, ms);
            return rows;
          } finally {
            // The next statement on this connection is not to be the one that is ended.
            await ended;
            await endReading(held);
          }
        });
      };
      const end = (): void => {
        if (connection && running) ended = endOn(ending, connection, running);
      };
      return work.unlessStopped(expectations.isLong(text, isDear) ? lane.pass(work, job) : job(), end);
    },
    get queued() {
      return lane.queued;
    },
    close: () => ending.end(),
  };
}
