import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { readConfig } from '../../../src/config';
import { trustOf } from '../../../src/serve/quota/client-address';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { listen, socketClient, streamClient } from '../../support/live';

const DEAR = '{ papers(first: 100) { nodes { relatedPapers(first: 5) { nodes { title } } } } }';

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi({ QUOTA_PER_MINUTE: '10000', TRUST_PROXY: 'loopback' });
});
afterAll(() => api.close());

const ask = async (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(api.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

const left = (response: Response): number => Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);

describe('a quota', () => {
  it('is of cost, says what is left, and when there is enough again', async () => {
    const from = { 'x-forwarded-for': '203.0.113.1', origin: 'https://app.example' };
    const cheap = await ask('{ corpus { version } }', from);
    expect(cheap.headers.get('ratelimit-policy')).toBe('"cost";q=10000;w=60');
    expect(left(cheap)).toBeGreaterThan(9_900);

    const dear = await ask(DEAR, from);
    expect(dear.status).toBe(200);
    expect(left(dear)).toBeLessThan(left(cheap) - 1_000);

    let refused = dear;
    // Answered from memory now, which costs next to nothing: the quota is of work.
    for (let n = 0; n < 5; n++) expect((await ask(DEAR, from)).status).toBe(200);
    for (let n = 0; refused.status === 200; n++) refused = await ask(DEAR.replace('100', String(99 - n)), from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(await refused.json()).toMatchObject({
      errors: [
        { message: expect.stringMatching(/^Quota: expected/), extensions: { code: 'QUOTA_EXCEEDED', limit: 10_000 } },
      ],
    });
    // Others have their own.
    expect((await ask(DEAR.replace('100', '60'), { 'x-forwarded-for': '203.0.113.2' })).status).toBe(200);
  });

  it('counts a network of IPv6 as one client, and what is no address as one, too', async () => {
    const first = await ask('{ corpus { version } }', { 'x-forwarded-for': '2001:db8:1:2::1' });
    await ask(DEAR.replace('100', '61'), { 'x-forwarded-for': '2001:db8:1:2:ffff::2' });
    const again = await ask('{ corpus { version } }', { 'x-forwarded-for': '2001:db8:1:2::3' });
    expect(left(again)).toBeLessThan(left(first) - 500);
    const odd = await ask('{ corpus { version } }', { 'x-forwarded-for': '"; drop table, 2001:db8::zz' });
    expect(odd.status).toBe(200);
  });

  it('refuses even what is answered from memory to who has nothing left', async () => {
    const from = { 'x-forwarded-for': '203.0.113.3' };
    const spend = async (query: string): Promise<Response> => ask(query, from);
    for (let n = 0; (await spend(DEAR.replace('100', String(90 - n)))).status === 200; n++);
    let last = await spend('{ corpus { version } }');
    const padding = ' '.repeat(90_000);
    for (let n = 0; n < 200 && last.status === 200; n++) last = await spend(`{ corpus { version } }${padding}`);
    expect(last.status).toBe(429);
    expect(await last.json()).toMatchObject({ errors: [{ extensions: { code: 'QUOTA_EXCEEDED' } }] });
  });

  it('holds over sockets and event streams', async () => {
    const from = { 'x-forwarded-for': '203.0.113.4' };
    for (const client of [socketClient(api.server.url, from), streamClient(api.server.url, from)]) {
      const codes: unknown[] = [];
      for (let n = 0; n < 30 && !codes.includes('QUOTA_EXCEEDED'); n++) {
        const heard = listen(client, DEAR.replace('100', String(80 - n)));
        const ended = await heard.over;
        codes.push(...heard.results.map(({ errors }) => errors?.[0]?.extensions?.code));
        if (Array.isArray(ended)) codes.push(...ended.map(({ extensions }) => extensions?.code));
      }
      expect(codes).toContain('QUOTA_EXCEEDED');
    }
  });
});

describe('the cost of an answer', () => {
  const cost = {
    estimated: expect.any(Number),
    limit: 10_000,
    database: expect.any(Number),
    statements: 1,
    total: expect.any(Number),
  };
  const query = '{ papers(first: 1) { nodes { title } } }';
  const extensions = { cost: true };
  const from = { 'x-forwarded-for': '203.0.113.5' };

  it('stands in its extensions where the request asks for it, by POST and by GET, and is not kept', async () => {
    const headers = { ...from, 'content-type': 'application/json' };
    const body = JSON.stringify({ query, extensions });
    for (let n = 0; n < 2; n++) {
      const response = await fetch(api.server.url, { method: 'POST', headers, body });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ data: { papers: {} }, extensions: { cost } });
    }
    const url = `${api.server.url}?${new URLSearchParams({ query, extensions: JSON.stringify(extensions) })}`;
    expect(await (await fetch(url, { headers: from })).json()).toMatchObject({ extensions: { cost } });
    expect(await (await ask(query, from)).json()).not.toHaveProperty('extensions');
  });

  it('does so over sockets and event streams', async () => {
    const results: unknown[] = [];
    const socket = createClient({
      url: api.server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    await new Promise<void>((resolve, reject) =>
      socket.subscribe(
        { query, extensions },
        { next: (result) => void results.push(result), error: reject, complete: resolve },
      ),
    );
    await socket.dispose();
    const response = await fetch(api.server.url, {
      method: 'POST',
      headers: { ...from, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, extensions }),
    });
    results.push(JSON.parse(/data: (.+)/.exec(await response.text())?.[1] as string));
    expect(results).toEqual([
      { data: expect.anything(), extensions: { cost } },
      { data: expect.anything(), extensions: { cost } },
    ]);
  });
});

describe('events of a subscription', () => {
  it('count, and wait for what comes back: behind a cursor there may be many', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const { changes, papers } = await api.query(
      '{ changes(first: 1) { pageInfo { endCursor } } papers(first: 0) { totalCount } }',
    );
    const dear = Array.from(
      { length: 4 },
      (_, index) => `a${index}: relatedPapers(first: ${index + 1}) { totalCount }`,
    );
    const client = socketClient(api.server.url, from);
    const heard = listen(client, `subscription ($after: String) { paperAdded(after: $after) { paper { ${dear} } } }`, {
      after: changes.pageInfo.endCursor,
    });
    await heard.until(5);
    let refused = await ask('{ corpus { version } }', from);
    // Each is another one: a kept answer costs so little that as much comes back meanwhile.
    for (let size = 100; refused.status === 200; size--) refused = await ask(DEAR.replace('100', `${size}`), from);
    const sofar = heard.results.length;
    expect(sofar).toBeLessThan(papers.totalCount);
    await heard.until(sofar + 2);
    expect(heard.results.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    heard.stop();
    await client.dispose();
  });
});

describe('the id of a request', () => {
  it('is in every answer, and is that of a proxy that is trusted when it looks like one', async () => {
    const idOf = async (headers: Record<string, string>): Promise<string | null> =>
      (await ask('{ corpus { version } }', headers)).headers.get('x-request-id');
    expect(await idOf({ 'x-request-id': 'edge-1.abc' })).toBe('edge-1.abc');
    expect(await idOf({ 'x-request-id': 'a"b {' })).toMatch(/^[0-9a-f]{12}-\w+$/);
    const [one, other] = [await idOf({}), await idOf({})];
    expect(one).toMatch(/^[0-9a-f]{12}-\w+$/);
    expect(other).not.toBe(one);
    const health = await fetch(new URL('/healthz', api.server.url));
    expect(health.headers.get('x-request-id')).toMatch(/-/);
  });
});

describe('without a quota and a proxy', () => {
  it('nothing is said of limits, and nobody is believed', async () => {
    const open = await startApi();
    const response = await fetch(open.server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'mine', 'x-forwarded-for': '203.0.113.9' },
      body: '{"query":"{ corpus { version } }"}',
    });
    expect(response.headers.get('ratelimit')).toBeNull();
    expect(response.headers.get('x-request-id')).not.toBe('mine');
    await open.close();
  });

  it('settings that cannot hold are refused with their names', () => {
    expect(() => trustOf('nonsense')).toThrow(/^TRUST_PROXY: expected .* got "nonsense"/);
    expect(() => readConfig({ QUOTA_PER_MINUTE: '5' })).toThrow(/QUOTA_PER_MINUTE: expected at least MAX_COST/);
  });
});
