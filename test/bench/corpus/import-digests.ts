import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../folders';
import { peakMemory } from '../processes/memory';
import { stopOnExit } from '../processes/stop-on-exit';

/** How an import went. */
export interface ImportMeasure {
  papers: number;
  seconds: number;
  /** Most memory that the process held at a time, in bytes. */
  peakBytes: number;
  /** When it was measured. */
  day: string;
}

const LOOK_AT_MEMORY_EVERY = 100;

/** Imports digest files as a user would, by the built command line, and measures it. */
export async function importDigests(
  databaseUrl: string,
  folder: string,
  files: readonly string[],
  papers: number,
): Promise<ImportMeasure> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'seed', ...files], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  stopOnExit(child);
  let peakBytes = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, peakMemory(child.pid));
  }, LOOK_AT_MEMORY_EVERY);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`Import: expected exit code 0, got ${code}`);
  return {
    papers,
    seconds: (performance.now() - started) / 1_000,
    peakBytes,
    day: new Date().toISOString().slice(0, 10),
  };
}
