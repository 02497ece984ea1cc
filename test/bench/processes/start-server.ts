import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, pinned } from './cores';
import { stopOnExit } from './stop-on-exit';

/** A server that answers. */
export interface ServerProcess {
  pid: number;
  url: string;
  /** From the start of its process to its first answer, in milliseconds. */
  startMs: number;
  stop(): Promise<void>;
}

interface Program {
  name: string;
  /** Program and arguments. */
  command: readonly string[];
  cwd: string;
  env: Record<string, string>;
  /** A request body that any healthy state of the server answers with status 200. */
  greeting: string;
  /** On the core of the servers unless said. */
  place?: Place;
  /** Shows on standard error what it logs. */
  showsLog?: boolean;
}

const KNOCK_EVERY = 5;
/** A database of an older version is read again at the start, which takes its time. */
const PATIENCE = 30 * 60_000;

/** Starts a server on a free port and waits for its first answer. */
export async function startServer({
  name,
  command,
  cwd,
  env,
  greeting,
  place = 'server',
  showsLog = false,
}: Program): Promise<ServerProcess> {
  const port = await freePort();
  const [file, ...args] = pinned(place, command) as [string, ...string[]];
  const started = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', showsLog ? process.stderr : 'ignore', 'inherit'],
  });
  stopOnExit(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  while (!(await answers(url, greeting))) {
    if (child.exitCode !== null) throw new Error(`${name}: expected a server, got exit code ${child.exitCode}`);
    if (performance.now() - started > PATIENCE) throw new Error(`${name}: expected an answer, got none in 30 minutes`);
    await sleep(KNOCK_EVERY);
  }
  return {
    pid: child.pid as number,
    url,
    startMs: performance.now() - started,
    stop: () => stop(child),
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Asks a child process to stop and waits until it has. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function answers(url: string, body: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
