import { parentPort, workerData } from 'node:worker_threads';
import type { Rendered } from '../engine/render';
import type { Rows } from '../engine/rows';
import { sqliteDriver } from '../engine/sqlite-driver';
import { runPrepared } from '../engine/sqlite-statements';

/** What a thread that runs statements is started with. */
export interface ThreadData {
  /** The database file. */
  file: string;
  /** How long a statement waits for a lock, in milliseconds. */
  timeout: number;
}

/** What became of a statement, and how long it took, in milliseconds. */
export type ThreadAnswer = ({ rows: Rows } | { failure: { message: string; code?: string } }) & { ms: number };

const { file, timeout } = workerData as ThreadData;
const BetterSqlite3 = sqliteDriver();
const connection = new BetterSqlite3(file, { readonly: true, timeout });

parentPort?.on('message', (statement: Rendered) => parentPort?.postMessage(answer(statement)));

function answer(statement: Rendered): ThreadAnswer {
  const started = performance.now();
  try {
    const rows = runPrepared(connection, statement);
    return { rows, ms: performance.now() - started };
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    return { failure: { message, code }, ms: performance.now() - started };
  }
}
