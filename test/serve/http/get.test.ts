import { createHash } from 'node:crypto';
import { startSeededApi, type TestApi } from '../../support/api';
import { addressed, posted, type RawRequest, sendRaw } from '../../support/raw';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const QUERY = '{ corpus { paperCount } }';
const DATA = { data: { corpus: { paperCount: 51 } } };
const EVENTS = 'text/event-stream';
const ALL = `application/graphql-response+json, application/json, ${EVENTS}`;

const send = async (request: RawRequest) => {
  const { status, headers, body } = await sendRaw(api.server.url, request);
  return { status, headers, text: String(body) };
};
const search = (params: Record<string, string>) => ({ path: `/graphql?${new URLSearchParams(params)}` });

describe('a query by GET', () => {
  it.each<[string, Record<string, string>]>([
    ['nothing but a host', {}],
    ['what curl sends', { accept: '*/*', 'user-agent': 'curl/8.10.1' }],
    ['what fetch sends in a page', { accept: '*/*', origin: 'https://app.test', 'sec-fetch-mode': 'cors' }],
    ['what urql sends', { accept: `${ALL}, multipart/mixed` }],
    ['what graphql-request sends', { accept: 'application/graphql-response+json, application/json' }],
    ['a content type of no content', { 'content-type': 'application/x-www-form-urlencoded; charset=latin1' }],
    ['cookies of whoever is in front', { cookie: 'session=1' }],
  ])('is answered with %s', async (_, headers) => {
    const { status, text } = await send(addressed(QUERY, headers));
    expect([status, JSON.parse(text)]).toEqual([200, DATA]);
  });

  it('may have variables, a name, and an event stream for its answer', async () => {
    const query =
      'query One { corpus { topicCount } } query Two($n: Int!) { papers(first: $n) { nodes { rank: id } } }';
    const two = await send(search({ query, operationName: 'Two', variables: '{"n":3}' }));
    expect(JSON.parse(two.text).data.papers.nodes).toHaveLength(3);
    const stream = await send(addressed(QUERY, { accept: EVENTS }));
    expect(stream.text).toContain(`event: next\ndata: ${JSON.stringify(DATA)}\n\nevent: complete`);
  });
});

describe('by GET nothing runs', () => {
  const PAPERS = 'subscription Papers { paperAdded { paper { slug } } }';
  const others: [string, Record<string, string>][] = [
    ['a subscription', { query: PAPERS }],
    ['a mutation', { query: 'mutation { importDigest(text: "x") { slug } }' }],
    ['a subscription among queries', { query: `query One ${QUERY} ${PAPERS}`, operationName: 'Papers' }],
    ['a mutation among queries', { query: `query One ${QUERY} mutation Two { x }`, operationName: 'Two' }],
  ];
  const forms = [undefined, '*/*', 'application/json', EVENTS, ALL, `${EVENTS};q=0.1, */*`];

  it.each(others)('of %s, in whatever form it is asked for', async (_, params) => {
    for (const accept of forms) {
      const { status, headers, text } = await send({ ...search(params), headers: { accept } });
      expect([accept, status, headers.allow]).toEqual([accept, 405, 'POST']);
      expect(headers['content-type']).toMatch(/json/);
      expect(JSON.parse(text)).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'BAD_REQUEST' } })] });
    }
  });

  it('of what was learnt by its hash', async () => {
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(PAPERS).digest('hex') },
    };
    const learn = { ...posted(PAPERS), body: JSON.stringify({ query: PAPERS, extensions }) };
    expect((await send(learn)).text).toContain('WebSocket');
    for (const accept of forms) {
      const { text } = await send({ ...search({ extensions: JSON.stringify(extensions) }), headers: { accept } });
      expect(text).not.toMatch(/"data":|event: next/);
      expect(text).toMatch(/"errors":/);
    }
  });
});

describe('a POST that a page of another site may send unasked', () => {
  const body = JSON.stringify({ query: QUERY });

  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'TEXT/PLAIN',
    'text/plain; application/json',
    'text/plain, application/json',
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; application/json',
    'multipart/form-data; boundary=application/json',
    'application/jsonp',
    'application/graphql',
    ' ',
    undefined,
  ])('is refused before it is read, with what says otherwise or without: %s', async (type) => {
    for (const accept of ['application/json', EVENTS]) {
      for (const more of [{}, { 'apollo-require-preflight': 'true' }, { 'x-apollo-operation-name': 'One' }]) {
        const headers = { 'content-type': type, accept, origin: 'https://elsewhere.test', ...more };
        for (const path of ['/graphql', addressed(QUERY).path]) {
          const { status, text } = await send({ method: 'POST', path, headers, body });
          expect([status, text]).toEqual([
            415,
            expect.stringContaining('Content-Type: expected application/json, got'),
          ]);
        }
      }
    }
  });

  it('is a bad request when it has no content, whatever stands in its address', async () => {
    const { status, text } = await send({
      method: 'POST',
      path: addressed(QUERY).path,
      headers: { 'content-length': '0' },
    });
    expect([status, text]).toEqual([400, expect.stringContaining('expected a JSON object with a query')]);
  });
});
