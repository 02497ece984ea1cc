import type { Fetcher } from '@graphiql/toolkit';
import { type ExecutionResult, getOperationAST } from 'graphql';
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';

/** By what subscriptions come: an event stream, which needs no more than HTTP, or a WebSocket. */
export type Way = 'stream' | 'socket';

/**
 * What sends operations to an endpoint: queries by POST, and subscriptions by one of two ways.
 *
 * @param way is asked for each subscription
 */
export function fetcherOf(endpoint: string, way: () => Way): Fetcher {
  return (params, { headers = {}, documentAST } = {}) => {
    const operation = documentAST && getOperationAST(documentAST, params.operationName);
    if (operation?.operation !== 'subscription') return ask(endpoint, JSON.stringify(params), headers);
    const asked = { ...params, operationName: params.operationName ?? undefined };
    if (way() === 'socket') {
      const url = endpoint.replace(/^http/, 'ws');
      const client = createSocketClient({ url, connectionParams: headers, retryAttempts: 0 });
      return client.iterate(asked) as AsyncIterableIterator<ExecutionResult>;
    }
    return createStreamClient({ url: endpoint, headers, retryAttempts: 0 }).iterate(asked);
  };
}

/** @throws Error that has the answer's first words, where it is no JSON: of a proxy, say */
async function ask(endpoint: string, body: string, headers: Record<string, string>) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${response.status} ${response.statusText}: ${text.slice(0, 200)}`);
  }
}
