import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { programOf } from './programs';
import { ROOT } from './root';

/** How long a line of the log may take to come, in milliseconds: on a busy machine a start takes its time. */
const PATIENCE = 100_000;

/** What Offprint writes to its log. */
export interface LogLine {
  pid: number;
  msg: string;
  worker?: number;
  /** Of a request. */
  method?: string;
  url?: string;
  status?: number;
  err?: { stack: string };
}

/** Offprint as an operator starts it, in a process of its own. */
export interface RunningMain {
  process: ChildProcess;
  /** So far. */
  logged: LogLine[];
  /** Waits for the nth line, counted from 1, that says this. */
  line(said: RegExp, nth?: number): Promise<LogLine>;
  ended: Promise<{ code: number | null; output: string }>;
}

/**
 * @param env settings beyond those of this process
 * @param program what Node.js is to run; the server of the sources unless said
 * @param descriptors how many files and connections it may have open; as many as this process unless said
 */
export function startMain(
  env: Record<string, string>,
  program: readonly string[] = [programOf('main')],
  descriptors: number | null = null,
): RunningMain {
  const command = [process.execPath, ...program];
  const limited =
    descriptors === null ? command : ['sh', '-c', `ulimit -n ${descriptors}; exec "$@"`, 'sh', ...command];
  const [file, ...args] = limited as [string, ...string[]];
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const logged: LogLine[] = [];
  const wakers = new Set<() => void>();
  const noteFrom = (stream: Readable): void => {
    let begun = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const lines = (begun + chunk).split('\n');
      begun = lines.pop() as string;
      logged.push(...lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine));
      for (const wake of wakers) wake();
    });
  };
  noteFrom(child.stdout);
  noteFrom(child.stderr);
  return {
    process: child,
    logged,
    line: (said, nth = 1) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`expected ${said}, ${nth} times, got ${output}`)), PATIENCE);
        const look = (): void => {
          const found = logged.filter(({ msg }) => said.test(msg))[nth - 1];
          if (!found) return;
          clearTimeout(timer);
          wakers.delete(look);
          resolve(found);
        };
        wakers.add(look);
        look();
      }),
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, output }))),
  };
}
