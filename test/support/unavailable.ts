import { listen, socketClient, streamClient } from './live';

/** An answer over HTTP, all of it that matters while the database is gone. */
export interface HttpAnswer {
  status: number;
  retryAfter: string | null;
  text: string;
}

/** What a server says while its database is not there, and nothing more. */
export const UNAVAILABLE = {
  message: 'Database: expected an answer, got none; ask again in a while',
  extensions: { code: 'DATABASE_UNAVAILABLE' },
};

export const UNAVAILABLE_OVER_HTTP: HttpAnswer = {
  status: 503,
  retryAfter: '1',
  text: `${JSON.stringify({ errors: [UNAVAILABLE], data: null })}\n`,
};

/** Sends an operation by POST. */
export async function post(url: string, query: string): Promise<HttpAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
}

/** The errors of an operation over WebSocket and as a stream. */
export async function errorsOver(url: string, query: string): Promise<unknown[]> {
  const clients = [socketClient(url), streamClient(url)];
  const errors = await Promise.all(
    clients.map(async (client) => {
      const heard = listen(client, query);
      // As an error of the operation, or as its result.
      return (await heard.over) ?? heard.results[0]?.errors;
    }),
  );
  for (const client of clients) await client.dispose();
  return errors;
}
