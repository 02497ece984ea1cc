import type { Fetcher } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';

/**
 * What sends operations to an endpoint: queries by POST, and subscriptions as event streams, which need no more than HTTP of
 * whatever stands between and take the same headers.
 */
export function fetcherOf(endpoint: string): Fetcher {
  return (params, { headers, documentAST } = {}) => {
    const operation = documentAST && getOperationAST(documentAST, params.operationName);
    if (operation?.operation === 'subscription') {
      const client = createClient({ url: endpoint, headers: headers ?? {}, retryAttempts: 0 });
      return client.iterate({ ...params, operationName: params.operationName ?? undefined });
    }
    return ask(endpoint, JSON.stringify(params), headers);
  };
}

/** @throws Error that has the answer's first words, where it is no JSON: of a proxy, say */
async function ask(endpoint: string, body: string, headers?: Record<string, string>) {
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
