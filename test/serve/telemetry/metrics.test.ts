import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { listen, socketClient, streamClient } from '../../support/live';
import { until } from '../../support/until';

const OPERATING = join(__dirname, '..', '..', '..', 'src', 'serve', 'operating');

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi({ SLOW_OPERATION_MS: '1' });
});
afterAll(() => api.close());

const metrics = async (): Promise<string> => (await fetch(new URL('/metrics', api.server.url))).text();

/** The number behind a name and its labels. */
const numberIn = (text: string, series: string): number => {
  const found = text.split('\n').find((line) => line.startsWith(`${series} `));
  return found === undefined ? Number.NaN : Number(found.slice(series.length + 1));
};

const ask = async (body: object): Promise<Response> =>
  fetch(api.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('what a server says about itself', () => {
  it('counts operations by name, by the way they came, and by what came of them', async () => {
    await ask({ query: 'query Titles { papers(first: 2) { nodes { title } } }' });
    await ask({ query: 'query Titles { papers(first: 2) { nodes { title } } }' });
    await ask({ query: 'query Titles { papers(first: 1000) { nodes { title } } }' });
    await ask({ query: 'query Broken { nothing }' });
    await ask({ query: '{' });
    for (const client of [socketClient(api.server.url), streamClient(api.server.url)]) {
      const heard = listen(client, 'query Live { corpus { paperCount } }');
      await heard.over;
      expect(heard.results).toHaveLength(1);
    }
    const text = await metrics();
    const count = (operation: string, transport: string, outcome: string): number =>
      numberIn(
        text,
        `offprint_operations_total{operation="${operation}",transport="${transport}",outcome="${outcome}"}`,
      );
    expect(count('Titles', 'http', 'OK')).toBe(1);
    expect(count('Titles', 'http', 'KEPT')).toBe(1);
    expect(count('Titles', 'http', 'BAD_USER_INPUT')).toBe(1);
    expect(count('', 'http', 'GRAPHQL_VALIDATION_FAILED')).toBe(1);
    expect(count('', 'http', 'GRAPHQL_PARSE_FAILED')).toBe(1);
    expect(count('Live', 'websocket', 'OK')).toBe(1);
    expect(count('Live', 'event-stream', 'OK')).toBe(1);
    expect(numberIn(text, 'offprint_operation_duration_seconds_count{operation="Titles"}')).toBe(2);
    expect(numberIn(text, 'offprint_operation_estimated_seconds_total{operation="Titles"}')).toBeGreaterThan(0);
    expect(numberIn(text, 'offprint_operation_database_seconds_total{operation="Titles"}')).toBeGreaterThan(0);
  });

  it('tells what it holds, remembers and has open', async () => {
    const text = await metrics();
    expect(numberIn(text, 'offprint_corpus{of="papers"}')).toBe(51);
    expect(numberIn(text, 'offprint_corpus_version')).toBeGreaterThan(0);
    expect(numberIn(text, 'offprint_corpus_updated_timestamp_seconds')).toBeGreaterThan(1_600_000_000);
    for (const cache of ['answers', 'documents', 'costs', 'texts']) {
      expect(numberIn(text, `offprint_cache_bytes{cache="${cache}"}`)).toBeGreaterThan(0);
    }
    expect(numberIn(text, 'offprint_connections{kind="http"}')).toBeGreaterThan(0);
    expect(numberIn(text, 'offprint_connections{kind="subscription"}')).toBe(0);
    expect(numberIn(text, 'offprint_accepting')).toBe(1);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it("has every number that the alerts and the operator's page speak of", async () => {
    const text = await metrics();
    const pages = ['alerts.yaml', 'README.md'].map((file) => readFileSync(join(OPERATING, file), 'utf8')).join();
    const named = new Set(pages.match(/\b(offprint|nodejs|process)_[a-z0-9_]+/g));
    expect(named.size).toBeGreaterThan(12);
    for (const name of named) expect(text).toContain(name.replace(/_bucket$/, ''));
  });

  it('keeps names that clients make up to so many', async () => {
    for (let n = 0; n < 120; n++) await ask({ query: `query Made${n} { corpus { version } }` });
    await ask({ query: `query ${'a'.repeat(5_000)} { corpus { version } }` });
    const names = new Set([...(await metrics()).matchAll(/operation="([^"]*)"/g)].map(([, name]) => name));
    expect(names.size).toBeLessThan(110);
    expect(names).toContain('other');
  });

  it('logs a slow operation with its name, its cost, and how the database went about it', async () => {
    const response = await ask({
      query: 'query Slow { papers(first: 30) { nodes { relatedPapers { totalCount } } } }',
    });
    const id = response.headers.get('x-request-id');
    // The plan is asked for when the answer is out.
    const find = async () => api.logged.map((line) => JSON.parse(line)).find(({ requestId }) => requestId === id);
    const line = await until(find, (found) => found !== undefined);
    expect(line).toMatchObject({
      msg: 'A slow operation',
      operation: 'Slow',
      outcome: 'OK',
      transport: 'http',
      client: '127.0.0.1',
      estimatedMs: expect.any(Number),
      databaseMs: expect.any(Number),
      statements: expect.any(Number),
      longest: expect.arrayContaining([{ ms: expect.any(Number), text: expect.stringContaining('select') }]),
      plan: expect.arrayContaining([expect.stringMatching(/SEARCH|SCAN|Scan|Sort|Nested/)]),
    });
  });
});

describe('metrics on a port of their own', () => {
  it('are not beside the API', async () => {
    const apart = await startApi({ METRICS_PORT: '0' });
    const response = await fetch(new URL('/metrics', apart.server.url));
    expect(response.status).toBe(404);
    await apart.close();
  });
});
