import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SHIPPED_DIGEST } from '../../src/seeds';
import { programOf } from './programs';
import { ROOT } from './root';

/** How a process ended: its exit code, and each line that it printed; of a line of the log what it says. */
export interface End {
  code: number | null;
  said: string[];
}

/** What goes before a command line, such as a limit for its process. */
export type Under = readonly string[];

/** Keeps a process from writing files of more bytes, as a full disk does. */
export function underLimit(bytes: number): Under {
  return ['sh', '-c', `ulimit -f ${Math.ceil(bytes / 512)}; exec "$@"`, 'sh'];
}

/**
 * Runs a process as a user to whom the rights of files apply: root may do everything. Null where there is none who can read
 * this checkout.
 */
export function underRights(): Under | null {
  if (process.getuid?.() !== 0) return [];
  const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const reads = spawnSync('setpriv', [...user, 'test', '-r', join(ROOT, 'package.json')]);
  return reads.status === 0 ? ['setpriv', ...user] : null;
}

/** Starts the server, which is expected to end by itself. */
export function serverEnds(env: Record<string, string>, under: Under = []): Promise<End> {
  return ends([...under, process.execPath, programOf('main')], env);
}

/** Imports files by the command line; the shipped digest unless said. */
export function seedEnds(
  env: Record<string, string>,
  under: Under = [],
  files: readonly string[] = [SHIPPED_DIGEST],
): Promise<End> {
  return ends([...under, process.execPath, programOf('cli'), 'seed', ...files], env);
}

function ends([program, ...args]: readonly string[], env: Record<string, string>): Promise<End> {
  const child = spawn(program as string, args, {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DRAIN_MS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const note = (chunk: Buffer): void => {
    output += chunk;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, said: output.split('\n').filter(Boolean).map(textOf) })),
  );
}

/** The text of a line, whole when it says more than a sentence. */
function textOf(line: string): string {
  if (!line.startsWith('{')) return line;
  const { msg, err } = JSON.parse(line);
  return err ? line : msg;
}
