import { join } from 'node:path';
import { ROOT } from '../folders';
import type { Place } from '../processes/cores';
import { type ServerProcess, startServer } from '../processes/start-server';
import type { BenchQuery, Variant } from '../queries';
import { type Contender, type RunningContender, sameShape } from './contender';

/** What a client sends to Offprint. */
export function offprintBody({ document }: BenchQuery, { slug, after }: Variant): string {
  return JSON.stringify({ query: document, variables: { slug, after: after?.cursor } });
}

/** Whether Offprint keeps whole answers. */
export type AnswerCache = 'on' | 'off';

/** Starts the built Offprint on a database. */
export function startOffprint(
  databaseUrl: string,
  cache: AnswerCache,
  options: { env?: Record<string, string>; nodeFlags?: readonly string[]; place?: Place; showsLog?: boolean } = {},
): Promise<ServerProcess> {
  return startServer({
    name: 'offprint',
    command: [process.execPath, ...(options.nodeFlags ?? []), join(ROOT, 'dist', 'main.js')],
    cwd: ROOT,
    env: {
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      SEED_ON_START: 'false',
      SANDBOX: 'false',
      LOG_LEVEL: 'warn',
      ...(cache === 'off' && { ANSWER_CACHE_BYTES: '0' }),
      ...options.env,
    },
    greeting: JSON.stringify({ query: '{ corpus { paperCount } }' }),
    place: options.place,
    showsLog: options.showsLog,
  });
}

/** Offprint on SQLite; with its answer cache it is called hot. */
export function offprint(cache: AnswerCache): Contender {
  const name = cache === 'on' ? 'Offprint, hot' : 'Offprint';
  return {
    name,
    start: async ({ database }) => toContender(name, await startOffprint(`sqlite:${database.file}`, cache), []),
  };
}

/** A running Offprint as a contender, with the other processes that work for its answers. */
export function toContender(name: string, server: ServerProcess, others: readonly number[]): RunningContender {
  return {
    name,
    url: server.url,
    pids: [server.pid, ...others],
    bodyOf: offprintBody,
    toCommonShape: sameShape,
    stop: server.stop,
  };
}
