import { request } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { auditServer } from 'graphql-http';
import { startApi, startSeededApi, type TestApi } from '../../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(api.server.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const at = (path: string) => new URL(path, api.server.url);

describe('the GraphQL endpoint', () => {
  it('passes the audit of the GraphQL-over-HTTP specification', async () => {
    const results = await auditServer({ url: api.server.url });
    expect(results.filter(({ status }) => status !== 'ok').map((result) => result.name)).toEqual([]);
  });

  it('lets every origin read, and answers the preflight', async () => {
    const preflight = await fetch(api.server.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const answer = await post('{"query":"{ corpus { version } }"}', { origin: 'https://app.test' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is a page to write queries in to a browser', async () => {
    const response = await fetch(api.server.url, { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<div id="explore"');
  });

  it('tells its whole schema', async () => {
    const { __schema } = await api.query('{ __schema { queryType { name } types { name } } }');
    expect(__schema.types.map(({ name }: { name: string }) => name)).toContain('PaperTopicEdge');
  });

  it.each([
    ['no JSON', '{"query":', 400],
    ['an empty body', '', 400],
    ['no query', '{}', 400],
    ['a batch', '[{"query":"{ corpus { version } }"}]', 400],
    ['a syntax error', '{"query":"{ corpus {"}', 200],
    ['an unknown field', '{"query":"{ corpus { size } }"}', 200],
    ['variables of the wrong type', '{"query":"{ corpus { version } }","variables":"x"}', 400],
    [
      'a body that is too large',
      JSON.stringify({ query: '{ corpus { version } }', variables: { pad: 'x'.repeat(100_000) } }),
      413,
    ],
  ])('answers %s with JSON errors that carry a code', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toMatch(/^(BAD_REQUEST|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED)$/);
    expect(errors[0]?.message).not.toMatch(/node_modules|\.ts:/);
  });

  it('refuses an operation with 400 when the client takes GraphQL responses, so that any cache and proxy understands', async () => {
    const response = await post('{"query":"{ corpus { size } }"}', { accept: 'application/graphql-response+json' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/graphql-response+json; charset=utf-8',
    ]);
  });

  it('accepts UTF-8 and no other charset', async () => {
    expect(
      (await post('{"query":"{ corpus { version } }"}', { 'content-type': 'application/json; charset=UTF-8' })).status,
    ).toBe(200);
    expect(
      (await post('{"query":"{ corpus { version } }"}', { 'content-type': 'application/json; charset=utf-7' })).status,
    ).toBe(415);
  });
});

describe('limits', () => {
  it('let through what GraphiQL and code generators ask: full introspection', async () => {
    const { __schema } = await api.query(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }));
    expect(__schema.types.length).toBeGreaterThan(40);
  });

  it('let through what a page of a front end asks', async () => {
    const { papers } = await api.query(
      '{ papers(first: 50) { edges { node { title topics(first: 5) { edges { score evidence { text } node { name parent { name } } } } repositories { edges { link { url } node { url } } } digests { edges { rank node { date } } } } } } }',
    );
    expect(papers.edges).toHaveLength(50);
  });

  const nested = (levels: number): string =>
    levels === 0 ? 'slug' : `children(first: 2) { nodes { ${nested(levels - 1)} } }`;

  it.each([
    ['depth', `{ topics(first: 2) { nodes { ${nested(20)} } } }`, /Query depth: expected at most 16 levels, got \d+/],
    [
      'depth through fragments',
      `{ topics(first: 2) { nodes { ...A } } } fragment A on Topic { ${nested(6)} ...B } fragment B on Topic { ${nested(12)} }`,
      /Query depth|cost/,
    ],
    [
      'aliases',
      `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: corpus { version }`).join(' ')} }`,
      /Aliases: expected at most 100, got 101/,
    ],
    [
      'directives',
      `{ corpus { version ${'@skip(if: false) '.repeat(51)} } }`,
      /Directives: expected at most 50, got 51|can only be used once/,
    ],
    ['tokens', `{ ${'corpus { version } '.repeat(1500)} }`, /Query length: expected at most 4000 tokens, got more/],
    [
      'cost',
      '{ papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers { totalCount } } } } } }',
      /Query cost: expected at most 10000 tenths of a millisecond, got about \d+/,
    ],
  ])('refuse too much %s, and say so', async (_, query, message) => {
    const { errors } = await api.send(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
  });

  it('refuse the short query that stops a server without them', async () => {
    const bomb = `{ topics { nodes { ${'parent { children { nodes { '.repeat(13)} slug ${'} } }'.repeat(13)} } } }`;
    const started = Date.now();
    expect((await api.send(bomb)).errors).toBeDefined();
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('count what variables ask for', async () => {
    const query =
      'query ($n: Int) { papers(first: $n) { nodes { relatedPapers(first: $n) { nodes { relatedPapers(first: $n) { nodes { slug } } } } } } }';
    expect((await api.send(query, { n: 100 })).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
    expect((await api.send(query, { n: 5 })).errors).toBeUndefined();
  });
});

describe('wrong variables', () => {
  it.each([
    ['query ($id: ID!) { node(id: $id) { id } }', { id: null }, '$id'],
    ['query ($id: ID!) { node(id: $id) { id } }', { id: ['a'] }, '$id'],
    ['query ($n: Int!) { papers(first: $n) { totalCount } }', {}, '$n'],
    ['query ($n: Int) { papers(first: $n) { totalCount } }', { n: '3' }, '$n'],
    ['query ($n: Int) { papers(first: $n) { totalCount } }', { n: 1_099_511_627_776 }, '$n'],
    ['query ($f: PaperFilter) { papers(filter: $f) { totalCount } }', { f: { bogus: 1 } }, '$f'],
    [
      'query ($f: PaperFilter) { papers(filter: $f) { totalCount } }',
      { f: { firstSeenOn: { from: 'yesterday' } } },
      '$f',
    ],
    ['query ($o: PaperOrder) { papers(orderBy: $o) { totalCount } }', { o: { field: 'title' } }, '$o'],
    ['query ($u: String!) { resource(url: $u) { __typename } }', { u: 5 }, '$u'],
    ['query ($s: Boolean!) { papers { totalCount @include(if: $s) } }', { s: 'x' }, '$s'],
  ])('in %s with %j are refused by name', async (query, variables, name) => {
    const response = await post(JSON.stringify({ query, variables }));
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(name);
  });
});

describe('what this API does not do', () => {
  it('is said: mutations, and operations with more fields than can be counted', async () => {
    expect((await api.send('mutation { x }')).errors?.[0]?.extensions.code).toMatch(
      /OPERATION_RESOLUTION_FAILURE|GRAPHQL_VALIDATION_FAILED/,
    );
    const fragments = Array.from(
      { length: 13 },
      (_, i) => `fragment A${i} on Topic { parent { ...A${i + 1} } ancestors { ...A${i + 1} } }`,
    ).join(' ');
    const bomb = `{ topic(slug: "optimization") { ...A0 } } ${fragments} fragment A13 on Topic { slug }`;
    expect((await api.send(bomb)).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
  });

  it('is said: other methods, other content types, addresses that are none', async () => {
    const put = await fetch(api.server.url, { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    const form = await post('query=x', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await form.text()).toContain(
      'Content-Type: expected application/json, got application/x-www-form-urlencoded',
    );
    expect(await (await fetch(at('/%E0%A4%A'))).json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    const { headers } = await fetch(at('/'), { redirect: 'manual', headers: { accept: 'application/json' } });
    // So it leads to the API behind a proxy that takes a path away, too.
    expect(new URL(headers.get('location') ?? '', 'https://example.org/papers/').pathname).toBe('/papers/graphql');
  });
});

describe('an unexpected error', () => {
  it('is masked for the caller and logged whole for the operator', async () => {
    await api.writer.query('alter table corpus rename to corpus_away');
    const { errors } = await api.send('{ corpus { version } }');
    await api.writer.query('alter table corpus_away rename to corpus');
    const [error] = errors as NonNullable<typeof errors>;
    expect(error?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(error)).not.toMatch(/sqlite|postgres|select|corpus_away|no such table|does not exist/i);
    const line = api.logged.find((entry) => entry.includes(String(error?.extensions.reference)));
    expect(line).toMatch(/no such table: corpus|relation \\+"corpus\\+" does not exist/);
  });
});

describe('health', () => {
  it('is well while it serves, and JSON elsewhere too', async () => {
    expect(await (await fetch(at('/healthz'))).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(at('/readyz'))).json()).toEqual({ status: 'ok' });
    const nowhere = await fetch(at('/nowhere'));
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({
      errors: [{ message: 'GET /nowhere: nothing is here; the API is at /graphql' }],
    });
  });

  it('is not ready without its database', async () => {
    await api.writer.query('alter table corpus rename to corpus_away');
    // What was seen before holds for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const response = await fetch(at('/readyz'));
    await api.writer.query('alter table corpus_away rename to corpus');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'database unreachable' });
  });
});

describe('switches', () => {
  it('turn off the pages and introspection, and narrow the origins', async () => {
    const closed = await startApi({
      SANDBOX: 'false',
      INTROSPECTION: 'false',
      CORS_ORIGIN: 'https://one.test, https://two.test',
    });
    const page = await fetch(closed.server.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).not.toContain('html');
    expect((await closed.send('{ __schema { queryType { name } } }')).errors).toBeDefined();
    const from = async (origin: string) =>
      (
        await fetch(closed.server.url, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        })
      ).headers.get('access-control-allow-origin');
    expect([await from('https://two.test'), await from('https://other.test')]).toEqual(['https://two.test', null]);
    await closed.close();
  });
});

describe('stopping', () => {
  it('first says so and still answers, then refuses', async () => {
    const stopping = await startApi({ DRAIN_MS: '300' });
    const { url } = stopping.server;
    const stopped = stopping.server.stop();
    const ready = await fetch(new URL('/readyz', url));
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    expect(await stopping.query('{ corpus { topicCount } }')).toMatchObject({
      corpus: { topicCount: expect.any(Number) },
    });
    await stopped;
    await expect(new Promise((resolve, reject) => request(url, resolve).on('error', reject).end())).rejects.toThrow();
    await stopping.writer.destroy();
  });
});
