import cluster from 'node:cluster';
import type { Logger } from 'pino';
import { DatabaseUnavailable } from './store/database-problem';
import { WorkStopped } from './store/reading/work';

/** How a process is stopped in order. */
export interface Stop {
  /** Takes no more requests, and answers those under way. */
  run(): Promise<void>;
  /** How long that may take before the process leaves all the same, in milliseconds. */
  mostMs: number;
}

/**
 * Stops when that is asked for by a signal, by the same one again at once; and when an error reaches nobody who could handle
 * it: what is under way is answered as far as it can be, and the process ends with code 1, so that whoever watches over it
 * starts another one in a state that is known. Further such errors are logged, and do not cut that short. What a statement says that
 * nobody waits for any more is no such error: its operation was stopped, or refused while others of its statements ran.
 */
export function endInOrder(logger: Logger, { run, mostMs }: Stop): void {
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    setTimeout(() => {
      logger.error(`Not stopped after ${mostMs} ms: leaving`);
      process.exit(1);
    }, mostMs).unref();
    await run();
    logger.info('Stopped');
  };
  const stopOnce = (): Promise<void> => {
    stopping ??= stop();
    return stopping;
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!stopping) logger.info(`${signal}: stopping`);
    stopOnce().catch((error: unknown) => leave(logger, error));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A worker hears it twice when all processes of a group are told: by the one above it, too.
    if (cluster.isWorker) process.on(signal, onSignal);
    else process.once(signal, onSignal);
  }
  // Node.js hands rejections that nobody handles to the same listener.
  process.on('uncaughtException', (error, origin) => {
    if (isLeftBehind(error)) return logger.debug({ err: error }, 'Nobody waited for a statement that was stopped');
    logger.fatal({ err: error, origin }, 'An error that nobody handles: stopping');
    process.exitCode = 1;
    stopOnce().then(
      () => process.exit(1),
      (reason: unknown) => leave(logger, reason),
    );
  });
}

function isLeftBehind(error: unknown): boolean {
  return error instanceof WorkStopped || error instanceof DatabaseUnavailable;
}

function leave(logger: Logger, error: unknown): void {
  logger.fatal({ err: error }, 'The stop failed: leaving');
  process.exit(1);
}
