import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import WebSocket from 'ws';
import { wayUp } from '../../../src/serve/pages/html';
import { queryOf } from '../../../src/serve/pages/resource-pages';
import { escapeHtml, jsonForScript } from '../../../src/text/html';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { addressed, posted, type RawRequest, sendRaw } from '../../support/raw';

let api: TestApi;
let closed: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
  closed = await startApi({ SANDBOX: 'false', INTROSPECTION: 'false', READER: 'false' });
});
afterAll(async () => {
  await api.close();
  await closed.close();
});

/** What Firefox and Chrome send when somebody opens an address. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const QUERY = '{ corpus { paperCount } }';

const send = async (request: RawRequest, to = api) => {
  const { status, headers, body } = await sendRaw(to.server.url, request);
  return { status, headers, text: String(body) };
};
const open = (path: string, to = api) => send({ path, headers: { accept: BROWSER } }, to);

/** What Apollo Sandbox is opened with by the page at an address. */
async function sandboxAt(path: string): Promise<Record<string, unknown>> {
  const { text } = await open(path);
  const [, asked = ''] = /<script id="asked" type="application\/json">(.*?)<\/script>/s.exec(text) ?? [];
  const [, script = ''] = /<script nonce="[\w-]+">\n(.*?)<\/script>/s.exec(text) ?? [];
  const opened: Record<string, unknown>[] = [];
  const window = {
    EmbeddedSandbox: function open(options: Record<string, unknown>) {
      opened.push(options);
    },
  };
  const location = new URL(path.slice(1), 'https://papers.test/below/');
  runInNewContext(script, { window, location, URL, document: { getElementById: () => ({ textContent: asked }) } });
  expect(opened).toHaveLength(1);
  return JSON.parse(JSON.stringify(opened[0]));
}

describe('a person at the endpoint', () => {
  it('gets a page that takes nothing from elsewhere, and has no script in it', async () => {
    for (const [path, up] of [
      ['/graphql', './'],
      ['/graphql/?query={corpus{paperCount}}', '../'],
    ] as const) {
      const { status, headers, text } = await open(path);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(text).toContain(`<div id="explore" data-up="${up}" data-introspection="true">`);
      expect(text).not.toMatch(/(?:href|src)="?(?:https?:)?\/\//);
      expect(text).not.toMatch(/<script(?! type="module" src="[^"]+"><\/script>)/);
      expect(text).not.toContain('paperCount');
      const policy = headers['content-security-policy'] as string;
      expect(policy).toContain("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;");
      expect(policy).not.toMatch(/script-src|worker-src|connect-src|unsafe-eval|https?:|\*/);
    }
  });
});

describe('Apollo Sandbox', () => {
  it('is at an address of its own, and asks the endpoint', async () => {
    const { status, headers, text } = await open('/sandbox');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('https://embeddable-sandbox.cdn.apollographql.com/v2/');
    for (const path of ['/sandbox', '/sandbox/']) {
      expect(await sandboxAt(path)).toMatchObject({
        initialEndpoint: 'https://papers.test/below/graphql',
        initialSubscriptionEndpoint: 'wss://papers.test/below/graphql',
        initialState: {},
        runTelemetry: false,
      });
    }
    expect((await open('/sandbox', closed)).status).toBe(404);
  });

  it.each<[string, Record<string, string>, object]>([
    ['a query', { query: QUERY }, { document: QUERY }],
    [
      'a query with variables',
      { query: 'query ($n: Int) { papers(first: $n) { totalCount } }', variables: '{"n":3}' },
      { document: 'query ($n: Int) { papers(first: $n) { totalCount } }', variables: { n: 3 } },
    ],
    [
      'a subscription, which it does not start',
      { query: 'subscription { digestImported { digest { slug } } }' },
      { document: 'subscription { digestImported { digest { slug } } }' },
    ],
    ['variables that are none', { query: QUERY, variables: '{"n":' }, { document: QUERY }],
    ['nothing that could be read', { variables: '[]' }, {}],
    [
      'what would end the script',
      { query: '</script><script>alert(1)</script><!-- & \u2028' },
      { document: '</script><script>alert(1)</script><!-- & \u2028' },
    ],
  ])('opens what the address asks for: %s', async (_, params, state) => {
    const path = `/sandbox?${new URLSearchParams(params)}`;
    expect(await sandboxAt(path)).toMatchObject({
      initialEndpoint: 'https://papers.test/below/graphql',
      initialState: state,
    });
    expect((await open(path)).text.match(/<script/g)).toHaveLength(3);
  });

  it('runs no script but the two of the page, which nobody keeps', async () => {
    const pages = await Promise.all([open('/sandbox'), open('/sandbox')]);
    const nonces = pages.map(({ headers, text }) => {
      const nonce = /script-src 'nonce-([\w-]{22})' /.exec(headers['content-security-policy'] ?? '')?.[1] as string;
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(4);
      expect(headers['cache-control']).toBe('no-store');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });
});

describe('a person', () => {
  it.each([
    ['text/html', 'text/html'],
    ['text/html, application/json;q=0.9', 'text/html'],
    ['text/html;q=0.8, application/json;q=0.9', 'application/json'],
    ['application/json, text/html', 'application/json'],
    ['*/*', 'application/json'],
  ])('is one who takes %s: it is %s', async (accept, type) => {
    const { headers } = await send(addressed(QUERY, { accept }));
    expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
  });

  it('gets the answer itself where there is no page, and from a POST', async () => {
    const answer = '{"data":{"corpus":{"paperCount":0}}}\n';
    expect(await send(addressed(QUERY, { accept: BROWSER }), closed)).toMatchObject({ status: 200, text: answer });
    expect(await send(addressed(QUERY, { accept: 'text/html' }), closed)).toMatchObject({ status: 406 });
    expect(await send(posted(QUERY, { accept: BROWSER }), closed)).toMatchObject({ status: 200, text: answer });
  });
});

describe('/graphql/', () => {
  it('is /graphql, for every client', async () => {
    const [, search] = (addressed(QUERY).path as string).split('?');
    for (const request of [addressed(QUERY), posted(QUERY)]) {
      const { status, text } = await send(request);
      const slashed = { ...request, path: request.body ? '/graphql/' : `/graphql/?${search}` };
      for (const _ of ['made', 'kept']) expect(await send(slashed)).toMatchObject({ status, text });
    }
    expect((await open('/graphql/')).text).toContain('href="../favicon.svg"');
    const socket = new WebSocket(`${api.server.url.replace('http', 'ws')}/`, 'graphql-transport-ws');
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.terminate();
  });

  it.each(['/graphqlx', '/graphql/x', '/graphql//', '/Graphql', '/x/graphql'])('is not %s', async (path) => {
    expect((await send({ path })).status).toBe(404);
  });
});

describe('HEAD', () => {
  it.each([
    ['a query', addressed('{ papers(first: 3) { nodes { title } } }')],
    ['a query that is refused', addressed('{ nothing }')],
    ['nothing asked for', { path: '/graphql' }],
    ['the schema', { path: '/schema.graphql' }],
    ['the icon', { path: '/favicon.ico' }],
    ['the page', { path: '/graphql', headers: { accept: BROWSER } }],
    ['nowhere', { path: '/nowhere' }],
    ['health', { path: '/healthz' }],
    ['the beginning', { path: '/' }],
  ])('has the headers of GET and no content: %s', async (_, request) => {
    const fixed = ({ headers: { date: _, 'x-request-id': __, ...headers } }: Awaited<ReturnType<typeof send>>) =>
      headers;
    for (const _ of ['made', 'kept']) {
      const head = await send({ ...request, method: 'HEAD' });
      const got = await send(request);
      expect([head.status, head.text]).toEqual([got.status, '']);
      // The message of an error names the method, so its length may be another.
      const { 'content-length': ofHead, ...others } = fixed(head);
      const { 'content-length': ofGet, ...same } = fixed(got);
      expect(others).toEqual(same);
      if (got.status === 200) expect(ofHead).toBe(ofGet);
    }
  });

  it('runs no subscription', async () => {
    const request = addressed('subscription { paperAdded { paper { slug } } }', { accept: 'text/event-stream' });
    expect(await send({ ...request, method: 'HEAD' })).toMatchObject({
      status: 405,
      text: '',
      headers: { allow: 'POST' },
    });
  });
});

describe('methods', () => {
  it.each([
    ['/graphql', 204, 'GET, HEAD, POST, OPTIONS'],
    ['/graphql/?query=x', 204, 'GET, HEAD, POST, OPTIONS'],
    ['*', 204, 'GET, HEAD, POST, OPTIONS'],
    ['/schema.graphql', 204, 'GET, HEAD, OPTIONS'],
    ['/', 204, 'GET, HEAD, OPTIONS'],
    ['/nowhere', 404, undefined],
  ])('of %s are told to OPTIONS', async (path, status, allow) => {
    const { headers, ...answer } = await send({ method: 'OPTIONS', path });
    expect([answer.status, headers.allow]).toEqual([status, allow]);
    if (status === 204) expect(answer.text).toBe('');
  });

  it.each([
    ['PUT', '/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql/', 405, 'GET, HEAD, POST, OPTIONS'],
    ['PROPFIND', '/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/schema.graphql', 405, 'GET, HEAD, OPTIONS'],
    ['PATCH', '/healthz', 405, 'GET, HEAD, OPTIONS'],
    ['POST', '/nowhere', 404, undefined],
  ])('are refused that are not there: %s %s', async (method, path, status, allow) => {
    for (const type of ['application/json', 'text/plain', undefined]) {
      const { headers, text, ...answer } = await send({ method, path, headers: { 'content-type': type }, body: '{' });
      expect([answer.status, headers.allow]).toEqual([status, allow]);
      expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
    }
  });
});

describe('what is the same all the time', () => {
  it.each([
    ['/favicon.svg', 'image/svg+xml', 86_400],
    ['/favicon.ico', 'image/svg+xml', 86_400],
    ['/schema.graphql', 'text/plain; charset=utf-8', 300],
  ])('has a tag and holds for a while: %s', async (path, type, seconds) => {
    const { status, headers, text } = await send({ path });
    expect([status, headers]).toEqual([
      200,
      expect.objectContaining({ 'content-type': type, 'cache-control': `public, max-age=${seconds}` }),
    ]);
    expect(text.length).toBeGreaterThan(100);
    const again = await send({ path, headers: { 'if-none-match': headers.etag } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
  });

  it('is the schema, where it may be read', async () => {
    const { text } = await send({ path: '/schema.graphql' });
    const client = buildClientSchema(
      await api.query(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true })),
    );
    expect(text).toBe(`${printSchema(client)}\n`);
    expect(await send({ path: '/schema.graphql' }, closed)).toMatchObject({ status: 404 });
    expect((await send({ path: '/favicon.svg' }, closed)).status).toBe(200);
  });
});

describe('an address of nothing', () => {
  it('is a page to a person, with a way to the API from wherever it is', async () => {
    const path = '/deep/down/<script>alert("x")</script>?a=<b>';
    const { status, headers, text } = await open(path);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('<code>/deep/down/&#60;script&#62;');
    expect(text).not.toContain('<script');
    expect(text).toContain('href="../../../graphql"');
    expect(text).not.toMatch(/(?:href|src)="?(?:https?:)?\/\//);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('is an error to all others', async () => {
    for (const accept of [undefined, '*/*', 'application/json', 'image/png']) {
      const { status, text } = await send({ path: '/nowhere', headers: { accept } });
      expect([status, JSON.parse(text).errors]).toEqual([
        404,
        [{ message: 'GET /nowhere: nothing is here; the API is at /graphql', extensions: { code: 'BAD_REQUEST' } }],
      ]);
    }
  });
});

describe('text in a page', () => {
  it('stays text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', 's', '\u2028') }),
        (text) => {
          expect(escapeHtml(text)).not.toMatch(/[<>"']/);
          expect(jsonForScript({ text })).not.toMatch(/[<>&]/);
          expect(JSON.parse(jsonForScript({ text }))).toEqual({ text });
        },
      ),
    );
  });

  it.each([
    ['/graphql', './'],
    ['/graphql/', '../'],
    ['/a/b/c?d/e', '../../'],
    ['/', './'],
    ['', './'],
  ])('leads from %s up by %s', (target, up) => expect(wayUp(target)).toBe(up));
});

describe('the page of a thing', () => {
  it('leads a person to the query in the page and a program to its answer, behind a proxy too', async () => {
    const { papers, topics, repositories, digests } = await api.query(`{
      papers(first: 3) { nodes { __typename id resourcePath } }
      topics(first: 3) { nodes { __typename id resourcePath } }
      repositories(first: 3) { nodes { __typename id resourcePath } }
      digests { nodes { __typename id resourcePath } }
    }`);
    for (const { __typename, id, resourcePath } of [papers, topics, repositories, digests].flatMap(
      (list) => list.nodes,
    )) {
      const { status, headers } = await send({ path: resourcePath, headers: { accept: 'application/json' } });
      expect(status).toBe(302);
      // Without the reader that is so for people, too.
      expect((await open(resourcePath, closed)).headers.location).toBe(headers.location);
      const target = new URL(String(headers.location), `http://localhost${resourcePath}`);
      expect(target.pathname).toBe('/graphql');
      const answered = await send({ path: `/graphql${target.search}` });
      expect(JSON.parse(answered.text)).toMatchObject({ data: { resource: { __typename, id } } });
      expect(JSON.parse(answered.text).errors).toBeUndefined();
      expect(Object.fromEntries(target.searchParams)).toEqual({
        query: queryOf(__typename),
        variables: JSON.stringify({ url: resourcePath }),
      });
    }
  });

  it.each(['/papers/No-Slug', '/papers/x/y', '/code/github.com/x', '/papers/x%00', '/2025'])(
    'is not at %s',
    async (path) => {
      expect((await send({ path })).status).toBe(404);
      expect((await open(path)).text).toContain('<h1>Nothing is here</h1>');
    },
  );
});
