import pino from 'pino';
import { readConfig } from '../../src/config';
import { startServer } from '../../src/serve/server';
import type { Store } from '../../src/store/store';

/** A server over a database that is there already. */
export interface TestServer {
  url: string;
  /** Sends an operation and gives the whole answer as text. */
  send(query: string): Promise<string>;
  stop(): Promise<void>;
}

/** @param env settings beyond the defaults */
export async function serve(store: Store, databaseUrl: string, env: Record<string, string> = {}): Promise<TestServer> {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DRAIN_MS: '0', DATABASE_URL: databaseUrl, ...env });
  const server = await startServer(config, store, pino({ level: 'silent' }));
  return {
    url: server.url,
    send: async (query) => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return response.text();
    },
    stop: () => server.stop(),
  };
}
