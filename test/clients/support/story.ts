import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../support/root';

/** How long a story may wait for what it waits for, in milliseconds. */
const PATIENCE = 60_000;

/** A story under way, in a process of its own. */
export interface RunningStory {
  /** Waits until it has said this. */
  said(words: string): Promise<void>;
  /** Waits for its end. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** Tells a story as a reader of it does: `npx tsx test/clients/stories/NAME/main.ts URL …`. */
export function startStory(name: string, ...args: string[]): RunningStory {
  const main = join(ROOT, 'test/clients/stories', name, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { cwd: ROOT, timeout: PATIENCE });
  let output = '';
  const wakers = new Set<() => void>();
  const note = (chunk: Buffer): void => {
    output += chunk;
    for (const wake of wakers) wake();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  return {
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(words)) resolve();
        };
        wakers.add(look);
        look();
        void ended.then(() => reject(new Error(`${name}: expected "${words}", got ${output}`)));
      }),
    ended,
  };
}

/** Tells a story that waits for nothing. */
export function tellStory(name: string, ...args: string[]): RunningStory['ended'] {
  return startStory(name, ...args).ended;
}
