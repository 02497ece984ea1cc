import fc from 'fast-check';
import WebSocket from 'ws';
import { Origins, originsProblem } from '../../../src/serve/http/origins';
import { startApi, type TestApi } from '../../support/api';
import { addressed, posted, type RawAnswer, type RawRequest, sendRaw } from '../../support/raw';

const NAMED = 'https://app.test';
const LIST = `${NAMED}, http://localhost:3000, https://*.example.dev, https://preview-*--site.netlify.app:8443`;
const QUERY = '{ corpus { paperCount } }';
const EVENTS = 'text/event-stream';

let open: TestApi;
let listed: TestApi;
beforeAll(async () => {
  open = await startApi();
  listed = await startApi({ CORS_ORIGIN: LIST });
});
afterAll(async () => {
  await open.close();
  await listed.close();
});

/** Origins, and whether a list lets them read; `named` where they stand in it as they are. */
const ORIGINS: [origin: string, allowed: boolean | 'named'][] = [
  [NAMED, 'named'],
  ['http://localhost:3000', 'named'],
  ['https://a.example.dev', true],
  ['https://pr-17.example.dev', true],
  ['https://xn--nxa.example.dev', true],
  ['https://preview-12--site.netlify.app:8443', true],
  // Neither the name itself nor what lies deeper: a * is a part of one label.
  ['https://example.dev', false],
  ['https://.example.dev', false],
  ['https://a.b.example.dev', false],
  ['https://preview-a.b--site.netlify.app:8443', false],
  ['https://preview---site.netlify.app:8443', false],
  // Names that begin, end or look like it.
  ['https://aexample.dev', false],
  ['https://a.example.dev.evil.test', false],
  ['https://a.example.devil', false],
  ['https://evil.test/.example.dev', false],
  ['https://evil.test#.example.dev', false],
  ['https://evil.test?.example.dev', false],
  ['https://evil.test@a.example.dev', false],
  ['https://a.example.dev@evil.test', false],
  ['https://a_b.example.dev', false],
  ['https://a.exampleXdev', false],
  ['https://a.EXAMPLE.dev', false],
  ['https://a.example.dev,https://evil.test', false],
  ['https://a.example.dev https://evil.test', false],
  ['https://evil--site.netlify.app:8443', false],
  ['https://app.test.evil.test', false],
  ['https://notapp.test', false],
  // Another scheme or port.
  ['http://a.example.dev', false],
  ['https://a.example.dev:8443', false],
  ['https://preview-12--site.netlify.app', false],
  ['https://localhost:3000', false],
  ['http://localhost', false],
  // No origins.
  ['null', false],
  ['*', false],
  ['https://*.example.dev', false],
];

const corsOf = ({ headers }: RawAnswer) => ({
  origin: headers['access-control-allow-origin'],
  credentials: headers['access-control-allow-credentials'],
  vary: headers.vary?.split(', ').includes('Origin'),
});

describe('an origin', () => {
  it.each(ORIGINS)('%s may read: %s', async (origin, allowed) => {
    const expected = {
      origin: allowed ? origin : undefined,
      credentials: allowed === 'named' ? 'true' : undefined,
      vary: true,
    };
    for (const request of [
      posted(QUERY, { origin }),
      addressed(QUERY, { origin }),
      { path: '/nowhere', headers: { origin } },
    ]) {
      for (const _ of ['made', 'kept']) expect(corsOf(await sendRaw(listed.server.url, request))).toEqual(expected);
    }
    const stream = await sendRaw(listed.server.url, posted(QUERY, { origin, accept: EVENTS }));
    expect([stream.status, corsOf(stream)]).toEqual([allowed ? 200 : 403, expected]);
  });

  it.each(ORIGINS)('%s may open a socket: %s', async (origin, allowed) => {
    const socket = new WebSocket(listed.server.url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: { origin },
    });
    const opened = await new Promise((resolve) => {
      socket.once('open', () => resolve(true)).once('error', () => resolve(false));
    });
    expect(opened).toBe(allowed !== false);
    socket.terminate();
  });

  it('that is another than those of a list is told apart by caches where there is none, too', async () => {
    expect(corsOf(await sendRaw(listed.server.url, addressed(QUERY)))).toEqual({ vary: true });
  });

  it('may be any where every one may read, and none sends what a person is known by', async () => {
    for (const origin of [undefined, NAMED, 'null', 'https://evil.test']) {
      const answer = await sendRaw(open.server.url, posted(QUERY, { origin }));
      expect({ ...corsOf(answer), vary: answer.headers.vary ?? '' }).toEqual({
        origin: '*',
        credentials: undefined,
        vary: expect.not.stringContaining('Origin'),
      });
    }
  });

  it('is never that of somebody else', () => {
    const origins = new Origins('https://*.example.dev');
    const letter = fc.constantFrom(...'abz09-._:/@#?*,% \\'.split(''));
    fc.assert(
      fc.property(
        fc.string({ unit: letter, maxLength: 12 }),
        fc.string({ unit: letter, maxLength: 12 }),
        (one, other) => {
          for (const origin of [
            `https://${one}.example.dev${other}`,
            `${one}https://${other}.example.dev`,
            `https://${one}example.dev${other}`,
          ]) {
            if (!origins.allow(origin)) continue;
            expect(new URL(origin).origin).toBe(origin);
            expect(new URL(origin).hostname.split('.').slice(-2)).toEqual(['example', 'dev']);
            expect(new URL(origin).hostname.split('.')).toHaveLength(3);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(origins.allow('https://abz09.example.dev')).toBe(true);
  });
});

describe('CORS_ORIGIN', () => {
  it.each([
    ['*', null],
    [LIST, null],
    ['https://*.example.co.uk', null],
    ['http://*.localhost:3000', null],
    ['https://app-*.vercel.app', null],
    ['https://*.vercel.app', /^expected origins of your own/],
    ['https://*.github.io', /^expected origins of your own/],
    ['https://*.co.uk', /^expected origins of your own/],
    ['https://*.dev', /^expected origins of your own/],
    ['https://*', /^expected \* or origins/],
    ['https://a.*.example.dev', /^expected \* or origins/],
    ['https://*.*.example.dev', /^expected \* or origins/],
    ['https://**.example.dev', /^expected \* or origins/],
    ['https://*.example.dev/', /^expected \* or origins/],
    ['https://*.Example.dev', /^expected \* or origins/],
    ['*.example.dev', /^expected \* or origins/],
    ['*://a.example.dev', /^expected \* or origins/],
    ['https://a.example.dev:*', /^expected \* or origins/],
    [`*, ${NAMED}`, /^expected \* or origins/],
    ['null', /^expected \* or origins/],
  ])('%s is understood, or refused', (list, problem) => {
    if (problem === null) expect(originsProblem(list)).toBeNull();
    else expect(originsProblem(list)).toMatch(problem);
  });
});

describe('a preflight', () => {
  const preflight = (origin: string, method = 'POST'): RawRequest => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,authorization',
    },
  });

  it('is answered with what may be sent', async () => {
    const { status, headers, body } = await sendRaw(listed.server.url, preflight(NAMED));
    expect([status, String(body)]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': NAMED,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'content-type,authorization',
      'access-control-max-age': '86400',
      vary: 'Origin, Access-Control-Request-Headers',
      allow: 'GET, HEAD, POST, OPTIONS',
    });
    expect(headers['content-length']).toBeUndefined();
    expect((await sendRaw(open.server.url, preflight('https://a.test'))).headers).toMatchObject({
      'access-control-allow-origin': '*',
      vary: 'Access-Control-Request-Headers',
    });
  });

  it('of an origin that may not gives it nothing', async () => {
    const { headers } = await sendRaw(listed.server.url, preflight('https://evil.test'));
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('what is sent beside an answer', () => {
  it('may be read by scripts of other origins', async () => {
    for (const [api, origin] of [
      [open, 'https://a.test'],
      [listed, NAMED],
    ] as const) {
      const { headers } = await sendRaw(api.server.url, addressed(QUERY, { origin }));
      const exposed = headers['access-control-expose-headers']?.split(', ');
      expect(exposed).toEqual(expect.arrayContaining(['etag', 'retry-after', 'x-request-id', 'ratelimit', 'allow']));
    }
  });

  const requests: [string, RawRequest][] = [
    ['an answer', posted(QUERY)],
    ['an answer at an address', addressed(QUERY)],
    ['a refused operation', posted('{ nothing }')],
    ['a request that cannot be read', { ...posted(QUERY), body: '{' }],
    ['a content type that is none', { ...posted(QUERY), headers: { 'content-type': 'text/plain' } }],
    ['nothing acceptable', posted(QUERY, { accept: 'image/png' })],
    ['a body that is too large', { ...posted(QUERY), body: 'x'.repeat(200_000) }],
    ['an event stream', posted(QUERY, { accept: EVENTS })],
    ['a page', { headers: { accept: 'text/html' } }],
    ['nowhere', { path: '/nowhere' }],
    ['a page of nowhere', { path: '/nowhere', headers: { accept: 'text/html' } }],
    ['another method', { method: 'PUT' }],
    ['OPTIONS', { method: 'OPTIONS' }],
    ['a redirect', { path: '/', headers: { accept: 'application/json' } }],
    ['a page of the reader', { path: '/' }],
    ['a page of the reader about nothing', { path: '/papers/nothing' }],
    ['the schema', { path: '/schema.graphql' }],
    ['the icon', { path: '/favicon.svg' }],
    ['health', { path: '/healthz' }],
    ['metrics', { path: '/metrics' }],
    ['an address that is none', { path: '/%E0%A4%A' }],
    ['a header that is too large', { headers: { cookie: 'a'.repeat(20_000) } }],
    ['an expectation', { headers: { expect: 'miracles' } }],
  ];

  it.each(requests)('keeps browsers from guessing and from framing: %s', async (_, request) => {
    for (const _ of ['made', 'kept']) {
      const { headers } = await sendRaw(open.server.url, request);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/(^|; )frame-ancestors 'none'(;|$)/);
      expect(headers['referrer-policy']).toMatch(/^(no-referrer|strict-origin)$/);
    }
  });

  it('does so where nothing changed', async () => {
    const { headers } = await sendRaw(open.server.url, addressed(QUERY));
    const again = await sendRaw(open.server.url, addressed(QUERY, { 'if-none-match': headers.etag }));
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});
