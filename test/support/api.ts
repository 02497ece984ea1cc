import pino from 'pino';
import { readConfig } from '../../src/config';
import { type RunningServer, startServer } from '../../src/serve/server';
import { openSeededStore, openStore, type TestStore } from './store';

/** An answer as it came over the wire. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, and each test reads its own
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A real server on a port of its own, over a database of its own. */
export interface TestApi extends TestStore {
  server: RunningServer;
  /** Lines that the server logged. */
  logged: string[];
  /** Sends an operation by POST; fails the test when the answer has errors. */
  query(query: string, variables?: object): Promise<Answer['data']>;
  /** Sends an operation by POST and gives the whole answer. */
  send(query: string, variables?: object): Promise<Answer>;
}

/** @param env settings beyond the defaults */
export async function startApi(env: Record<string, string> = {}): Promise<TestApi> {
  return startOver(await openStore(), env);
}

/**
 * With the shipped digest: as `startApi` and `seed`, but imported once for all tests, and before the server starts.
 *
 * @param env settings beyond the defaults
 */
export async function startSeededApi(env: Record<string, string> = {}): Promise<TestApi> {
  return startOver(await openSeededStore(), env);
}

async function startOver(store: TestStore, env: Record<string, string>): Promise<TestApi> {
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DRAIN_MS: '0', DATABASE_URL: store.databaseUrl, ...env });
  const server = await startServer(config, store, logger);
  const send = async (query: string, variables: object = {}): Promise<Answer> => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    ...store,
    server,
    logged,
    send,
    query: async (query, variables) => {
      const { data, errors } = await send(query, variables);
      if (errors) throw new Error(JSON.stringify(errors, null, 2));
      return data;
    },
    close: async () => {
      await server.stop();
      await store.close();
    },
  };
}
