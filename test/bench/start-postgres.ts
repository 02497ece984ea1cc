import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeDatabase } from './corpus/made-database';
import { CACHE, PEERS } from './folders';
import { pinned } from './processes/cores';
import { freePort, stop } from './processes/start-server';
import { stopOnExit } from './processes/stop-on-exit';

/** A PostgreSQL server of the benchmark's own. */
export interface Postgres {
  pid: number;
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with the rows of an SQLite file, copied the first time and kept beside that file. */
export async function startPostgres({ folder, file }: MadeDatabase): Promise<Postgres> {
  const home = join(folder, 'postgres');
  mkdirSync(home, { recursive: true });
  // PostgreSQL refuses to run as root: as another user it must get to its own folder.
  for (const above of [CACHE, folder, home]) chmodSync(above, 0o777);
  const port = await freePort();
  const [program, ...args] = pinned('server', [process.execPath, 'postgres.mjs']) as [string, ...string[]];
  const child = spawn(program, args, {
    cwd: PEERS,
    env: { ...process.env, FOLDER: join(home, 'cluster'), DATABASE: file, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  stopOnExit(child);
  const [outcome] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (outcome !== 'ready') throw new Error(`PostgreSQL: expected it to start, got exit code ${outcome}`);
  return {
    pid: child.pid as number,
    urlOf: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: () => stop(child),
  };
}
