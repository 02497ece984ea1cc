import { availableParallelism } from 'node:os';
import type { DataSource } from 'typeorm';
import { BUSY_TIMEOUT, runOnSqlite } from '../engine/sqlite';
import { toObjects } from '../engine/sqlite-statements';
import { Expectations } from './expectations';
import type { Reading } from './reading';
import { StatementThreads } from './statement-threads';

/** Threads for long statements: as many as there are cores, at least two, and no more than these. */
const MOST_THREADS = 4;

/**
 * Runs short statements in this thread, where they take less time than the way to another one and back, and long ones in
 * threads of their own.
 */
export function readSqlite(dataSource: DataSource): Reading {
  const file = String(dataSource.options.database);
  const most = Math.max(2, Math.min(availableParallelism(), MOST_THREADS));
  const threads = new StatementThreads({ file, timeout: BUSY_TIMEOUT }, most);
  const expectations = new Expectations();
  return {
    run(work, statement, isDear) {
      work.check();
      const { text } = statement;
      if (expectations.isLong(text, isDear)) {
        return work.unlessStopped(
          threads.run(work, statement).then(({ rows, ms }) => {
            expectations.learn(text, ms, isDear);
            work.account(text, ms);
            return toObjects(rows);
          }),
        );
      }
      const started = performance.now();
      const rows = runOnSqlite({ dataSource }, statement);
      const ms = performance.now() - started;
      expectations.learn(text, ms, isDear);
      work.account(text, ms);
      return rows;
    },
    get queued() {
      return threads.queued;
    },
    close: () => threads.close(),
  };
}
