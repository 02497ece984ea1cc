import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { cancelOn, runOnConnection } from '../engine/postgres';
import { Expectations } from './expectations';
import { Lane } from './lane';
import type { Reading } from './reading';

/** Connections that long statements may hold at once: the others are for short ones, and for those who ask after health. */
const MOST_LONG = 6;

/** Runs long statements on few of the connections, and has PostgreSQL end those that nobody waits for any more. */
export function readPostgres(dataSource: DataSource): Reading {
  const pool: Pool = (dataSource.driver as PostgresDriver).master;
  const lane = new Lane(MOST_LONG);
  const expectations = new Expectations();
  return {
    run(work, statement, isDear) {
      work.check();
      const { text } = statement;
      let client: PoolClient | undefined;
      let cancelling: Promise<void> | undefined;
      const job = async (): Promise<unknown[]> => {
        const asked = performance.now();
        client = await pool.connect();
        work.waitedMs += performance.now() - asked;
        try {
          work.check();
          const started = performance.now();
          const rows = await runOnConnection(client, statement);
          const ms = performance.now() - started;
          expectations.learn(text, ms, isDear);
          work.account(statement, ms);
          return rows;
        } finally {
          // The next statement on this connection is not to be the one that is ended.
          await cancelling;
          client.release();
        }
      };
      const cancel = (): void => {
        // Where it cannot be cancelled the server's own limit ends it.
        if (client) cancelling = cancelOn(pool, client).catch(() => undefined);
      };
      return work.unlessStopped(expectations.isLong(text, isDear) ? lane.pass(work, job) : job(), cancel);
    },
    get queued() {
      return lane.queued;
    },
    close: async () => undefined,
  };
}
