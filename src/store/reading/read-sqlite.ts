import { availableParallelism } from 'node:os';
import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../database-problem';
import type { Rendered } from '../engine/render';
import type { Rows } from '../engine/rows';
import { BUSY_TIMEOUT, runOnSqlite } from '../engine/sqlite';
import type { Presence } from '../presence';
import { Expectations } from './expectations';
import { letOthersRun } from './let-others-run';
import type { Reading } from './reading';
import { StatementThreads } from './statement-threads';
import type { Work } from './work';

/** Threads for long statements: as many as there are cores, at least two, and no more than these. */
const MOST_THREADS = 4;

/** So long statements may keep this thread before others have their turn, in milliseconds. */
const MOST_WITHOUT_TURN = 8;

/**
 * Runs short statements in this thread, where they take less time than the way to another one and back, and long ones in
 * threads of their own. Many short ones make a long one: they leave a turn of the event loop to others in between. It reads
 * one file: when another one is opened, what is not read by then fails.
 */
export function readSqlite(dataSource: DataSource, presence: Presence): Reading {
  const file = String(dataSource.options.database);
  const most = Math.max(2, Math.min(availableParallelism(), MOST_THREADS));
  const threads = new StatementThreads({ file, timeout: BUSY_TIMEOUT }, most);
  const expectations = new Expectations();
  const { generation } = presence;
  const expectOpen = (): void => {
    presence.check();
    if (presence.generation !== generation) throw new DatabaseUnavailable('another file is open by now');
  };
  let msInTurn = 0;
  const spend = (ms: number): void => {
    if (msInTurn === 0) {
      setImmediate(() => {
        msInTurn = 0;
      });
    }
    msInTurn += ms;
  };

  const runHere = (work: Work, statement: Rendered, isDear: boolean): Rows => {
    expectOpen();
    const started = performance.now();
    const rows = runOnSqlite({ dataSource }, statement);
    const ms = performance.now() - started;
    spend(ms);
    expectations.learn(statement.text, ms, isDear);
    work.account(statement, ms);
    return rows;
  };

  const runInThread = async (work: Work, statement: Rendered, isDear: boolean): Promise<Rows> => {
    const { rows, ms } = await threads.run(work, statement, expectOpen);
    expectations.learn(statement.text, ms, isDear);
    work.account(statement, ms);
    return rows;
  };

  return {
    run(work, statement, isDear) {
      work.check();
      if (expectations.isLong(statement.text, isDear)) {
        return work.unlessStopped(runInThread(work, statement, isDear));
      }
      if (msInTurn < MOST_WITHOUT_TURN) return runHere(work, statement, isDear);
      return letOthersRun({ work }).then(() => runHere(work, statement, isDear));
    },
    get queued() {
      return threads.queued;
    },
    close: () => threads.close(),
  };
}
