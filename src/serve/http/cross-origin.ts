import type { IncomingMessage } from 'node:http';
import type { Origins } from './origins';

/** What scripts of other origins may read of an answer beside what they always may. */
const EXPOSED = [
  ...['allow', 'content-disposition', 'etag', 'link', 'ratelimit', 'ratelimit-policy', 'retry-after'],
  ...['x-offprint-corpus-version', 'x-request-id'],
].join(', ');

const READABLE = { 'access-control-expose-headers': EXPOSED };
const OF_ALL = { 'access-control-allow-origin': '*', ...READABLE };

/** How long browsers may remember a permission, in seconds; they shorten it to what they find right. */
const REMEMBERED = 86_400;

/** The headers by which a browser lets a page of another origin read an answer (the CORS protocol of the Fetch standard). */
export function headersFor(
  origins: Origins,
  { headers: { origin } }: IncomingMessage,
): Readonly<Record<string, string>> {
  if (origins.areAll) return OF_ALL;
  if (origin === undefined || !origins.allow(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    ...(origins.hasInFull(origin) && { 'access-control-allow-credentials': 'true' }),
    ...READABLE,
  };
}

/** What an answer to OPTIONS says beside that: to a preflight, what the request that it asks for may be. */
export function preflightHeadersFor(origins: Origins, { headers }: IncomingMessage): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  if (headers['access-control-request-method'] === undefined || !origins.allow(headers.origin)) return {};
  return {
    'access-control-allow-methods': 'GET, HEAD, POST',
    // Any, since none has a meaning here that could be a danger. With credentials `*` would mean a header of that name.
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
    'access-control-max-age': String(REMEMBERED),
    vary: [...(origins.areAll ? [] : ['Origin']), 'Access-Control-Request-Headers'].join(', '),
  };
}
