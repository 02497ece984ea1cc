import { createHash } from 'node:crypto';
import { startSeededApi, type TestApi } from '../../support/api';
import { type RawRequest, sendRaw } from '../../support/raw';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

interface Params {
  query?: string;
  variables?: object;
  extensions?: object;
}

/** What a client of Apollo's sends by GET, and by POST. */
const METHODS: Record<string, (params: Params, headers?: Record<string, string | undefined>) => RawRequest> = {
  GET: ({ query, ...others }, headers = {}) => {
    const search = new URLSearchParams(query === undefined ? {} : { query });
    for (const [name, value] of Object.entries(others)) search.set(name, JSON.stringify(value));
    return { path: `/graphql?${search}`, headers };
  },
  POST: (params, headers = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(params),
  }),
};
const TYPES = ['application/json', 'application/graphql-response+json'];
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const named = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

async function send(request: RawRequest) {
  const { status, headers, body } = await sendRaw(api.server.url, request);
  return { status, headers, text: String(body), ...JSON.parse(String(body) || '{}') };
}
const statementsOf = async (work: () => Promise<unknown>) => (await api.log.during(work)).statements.length;

/** A query that nothing else here asks for. */
let count = 0;
const newQuery = () => `query Count${++count}($n: Int) { papers(first: $n) { totalCount nodes { slug } } }`;

describe('an operation that is named by its hash', () => {
  const pairs = ['GET', 'POST'].flatMap((one) => ['GET', 'POST'].map((other) => [one, other] as const));

  it.each(pairs)('is asked for where it is not known, learnt by %s, and known by %s', async (learning, asking) => {
    for (const accept of TYPES) {
      const query = newQuery();
      const [learn, ask] = [METHODS[learning], METHODS[asking]] as [(typeof METHODS)[string], (typeof METHODS)[string]];
      const variables = { n: 2 };
      for (const _ of ['first', 'again']) {
        const unknown = await send(ask({ variables, extensions: named(query) }, { accept }));
        expect(unknown).toMatchObject({
          status: 200,
          headers: { 'content-type': `${accept}; charset=utf-8`, 'cache-control': 'no-store' },
          errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
        });
        expect(unknown.headers.etag).toBeUndefined();
      }
      const learnt = await send(learn({ query, variables, extensions: named(query) }, { accept }));
      expect(learnt).toMatchObject({ status: 200, data: { papers: { totalCount: 51 } } });
      const known = await send(ask({ variables, extensions: named(query) }, { accept }));
      expect([known.status, known.text]).toEqual([200, learnt.text]);
      const others = await send(ask({ variables: { n: 5 }, extensions: named(query) }, { accept }));
      expect(others.data.papers.nodes).toHaveLength(5);
    }
  });

  it('has an answer that is kept, and by GET a tag', async () => {
    const query = newQuery();
    const { GET, POST } = METHODS as { GET: (typeof METHODS)[string]; POST: (typeof METHODS)[string] };
    await send(GET({ query, extensions: named(query) }));
    const made = [await send(GET({ extensions: named(query) })), await send(POST({ extensions: named(query) }))];
    expect(made.map(({ headers }) => headers['cache-control'])).toEqual(['no-cache', 'no-cache']);
    const again = async () => {
      for (const request of [GET({ extensions: named(query) }), POST({ extensions: named(query) })]) {
        expect((await send(request)).text).toBe(made[0]?.text);
      }
      const held = await send(GET({ extensions: named(query) }, { 'if-none-match': made[0]?.headers.etag }));
      expect([held.status, held.text]).toEqual([304, '']);
    };
    expect(await statementsOf(again)).toBe(0);
  });

  it('is learnt for what it is and nothing else', async () => {
    const [query, other] = [newQuery(), newQuery()];
    for (const to of Object.values(METHODS)) {
      expect(await send(to({ query: other, extensions: named(query) }))).toMatchObject({
        status: 400,
        errors: [
          { message: expect.stringContaining('expected that of the query'), extensions: { code: 'BAD_REQUEST' } },
        ],
      });
      expect((await send(to({ extensions: named(query) }))).text).toContain('PERSISTED_QUERY_NOT_FOUND');
    }
  });
});

describe('operations in a list', () => {
  const one = { query: '{ corpus { paperCount } }' };

  it.each([[[one, one]], [[one]], [[]], [[[one]]], [[{ extensions: named(one.query) }]]])(
    'are refused: %j',
    async (list) => {
      for (const accept of [...TYPES, 'text/event-stream', undefined]) {
        const request = { ...METHODS.POST?.({}, { accept }), body: JSON.stringify(list) };
        const { status, errors } = await send(request);
        expect({ status, errors }).toEqual({
          status: 400,
          errors: [
            {
              message: 'Body: expected a JSON object with a query, got a list: send each operation by itself',
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        });
      }
    },
  );
});
