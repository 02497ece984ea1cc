import { createClient as createStreamClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** What came over a subscription, and a way to wait for more. */
export interface Heard<Data> {
  results: { data?: Data | null; errors?: readonly { message: string; extensions?: Record<string, unknown> }[] }[];
  /** Resolves when the server ended the subscription, with what it said when that was an error. */
  over: Promise<unknown>;
  /** Waits until so many results came. */
  until(count: number): Promise<void>;
  stop(): void;
}

interface AnyClient {
  subscribe<Data>(
    operation: { query: string; variables?: Record<string, unknown> },
    sink: { next(result: Heard<Data>['results'][number]): void; error(error: unknown): void; complete(): void },
  ): () => void;
}

/** A client over WebSocket, without a second try. */
export function socketClient(url: string, headers: Record<string, string> = {}): Client {
  return createClient({
    url: url.replace('http', 'ws'),
    lazy: true,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    },
  });
}

/** A client over server-sent events, without a second try. */
export function streamClient(url: string, headers: Record<string, string> = {}) {
  return createStreamClient({ url, retryAttempts: 0, headers });
}

/** Starts a subscription and keeps what comes. */
export function listen<Data = Record<string, Record<string, { slug: string }>>>(
  client: object,
  query: string,
  variables?: Record<string, unknown>,
): Heard<Data> {
  const results: Heard<Data>['results'] = [];
  const wakers = new Set<() => void>();
  let stop: () => void = () => undefined;
  const over = new Promise<unknown>((resolve) => {
    stop = (client as AnyClient).subscribe<Data>(
      { query, variables },
      {
        next: (result) => {
          results.push(result);
          for (const wake of wakers) wake();
        },
        error: resolve,
        complete: () => resolve(null),
      },
    );
  });
  return {
    results,
    over,
    stop: () => stop(),
    until: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            reject(
              new Error(`expected ${count} results, got ${results.length}: ${JSON.stringify(results).slice(0, 300)}`),
            ),
          30_000,
        );
        const look = (): void => {
          if (results.length < count) return;
          clearTimeout(timer);
          wakers.delete(look);
          resolve();
        };
        wakers.add(look);
        look();
      }),
  };
}
