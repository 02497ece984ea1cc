import { startApi, type TestApi } from '../../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.seed();
});
afterAll(() => api.close());

const QUERY = '{ corpus { paperCount } }';
const SUBSCRIPTION = 'subscription { digestImported { slug } }';

/** The media type of the answer; nothing more of a stream is waited for. */
async function typeOf(query: string, accept: string): Promise<string | undefined> {
  const leaving = new AbortController();
  const response = await fetch(api.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  leaving.abort();
  return response.headers.get('content-type')?.split(';')[0];
}

const ALL =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';

describe('the form of an answer', () => {
  it.each([
    [QUERY, ALL, 'application/graphql-response+json'],
    [QUERY, 'application/json, text/event-stream', 'application/json'],
    [QUERY, 'text/event-stream;q=0.5, */*', 'application/json'],
    [QUERY, 'text/event-stream', 'text/event-stream'],
    [QUERY, 'text/event-stream, application/json;q=0', 'text/event-stream'],
    [SUBSCRIPTION, ALL, 'text/event-stream'],
    [SUBSCRIPTION, 'text/event-stream', 'text/event-stream'],
    [SUBSCRIPTION, 'application/json, text/event-stream;q=0', 'application/json'],
    ['{ subscription', ALL, 'application/graphql-response+json'],
  ])('of %s for who takes %s is %s', async (query, accept, type) => {
    expect(await typeOf(query, accept)).toBe(type);
  });
});
