import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PEERS } from '../folders';
import { type Place, pinned } from './cores';
import { stop } from './start-server';
import { stopOnExit } from './stop-on-exit';

/** What to ask, and how. */
export interface LoadOrder {
  url: string;
  /** Asked in turn. */
  bodies: readonly string[];
  connections: number;
  seconds: number;
  /** Another request, asked now and then beside the others. */
  probe?: string;
}

/** How one kind of request fared; times are in milliseconds. */
export interface LoadResult {
  answers: number;
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  bytesEach: number;
  /** Requests without an answer, or with another status than 2xx. */
  failed: number;
}

/** The process that asks. */
export interface Load {
  run(order: LoadOrder): Promise<LoadResult & { probe?: LoadResult }>;
  stop(): Promise<void>;
}

/** Starts the load generator, unless said on another core than the servers where there is one. */
export function startLoad(place: Place = 'load'): Load {
  const [file, ...args] = pinned(place, [process.execPath, 'load.mjs']) as [string, ...string[]];
  const child = spawn(file, args, { cwd: PEERS, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  stopOnExit(child);
  return {
    run: async (order) => {
      const answered = once(child, 'message');
      child.send(order);
      const [result] = await answered;
      if (result.failed > 0) throw new Error(`Load: expected every answer to be 2xx, got ${result.failed} failures`);
      return result;
    },
    stop: () => stop(child),
  };
}
