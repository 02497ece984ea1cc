import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { importRecords } from '../../../src/import/records/import-records';
import { readRecords } from '../../../src/parse/records/read-records';
import { makePapers } from '../../export/support/made-papers';
import { startSeededApi, type TestApi } from '../../support/api';
import { digestText } from '../../support/digest-text';
import { sendRaw } from '../../support/raw';
import { until } from '../../support/until';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
  const dump = JSON.stringify([
    {
      paper_url: 'https://paperswithcode.com/paper/a-solitary-study',
      title: 'A Solitary Study',
      abstract: 'We look.',
      url_abs: '',
      tasks: [],
    },
  ]);
  await importRecords(api, api.factReader, 'papers.json', await readRecords(pieces(dump), 'papers.json'));
});
afterAll(() => api.close());

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}

const ask = (path: string, init: RequestInit = {}, of: TestApi = api) =>
  fetch(of.server.url.replace('/graphql', `/export/${path}`), init);

/** Asks, and reads nothing of the answer but its head. */
async function askAndStop(of: TestApi, path: string) {
  const socket = connect(Number(new URL(of.server.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /export/${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

describe('GET /export/papers', () => {
  it.each([
    ['bib', 'application/x-bibtex; charset=utf-8', /^% Offprint, corpus version \d+/],
    ['json', 'application/vnd.citationstyles.csl+json; charset=utf-8', /^\[\n\{"id":/],
    ['ris', 'application/x-research-info-systems; charset=utf-8', /^TY {2}- /],
    ['md', 'text/markdown; charset=utf-8', /^<!--\nOffprint/],
    ['csv', 'text/csv; charset=utf-8; header=present', /^key,title,/],
    ['jsonl', 'application/jsonl; charset=utf-8', /^\{"offprint":1,"isWhole":true,"corpusVersion":\d+,/],
  ])('.%s is a file of all papers', async (format, type, begins) => {
    const { corpus } = await api.query('{ corpus { version } }');
    const response = await ask(`papers.${format}`, { headers: { origin: 'https://app.example' } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="papers.${format}"`,
      'x-offprint-corpus-version': String(corpus.version),
      link: '<https://spdx.org/licenses/CC-BY-SA-4.0.html>; rel="license"',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('x-offprint-corpus-version'),
      'x-content-type-options': 'nosniff',
    });
    const text = await response.text();
    expect(text).toMatch(begins);
    expect(text).toContain('A Solitary Study');
    expect(text.match(/TopoMortar: A dataset|\{TopoMortar\}: \{A\} dataset|TopoMortar/g)).not.toBeNull();
  });

  it('is of topics and of a time as the command is', async () => {
    const [all, some, late] = await Promise.all(
      ['', '?topic=neural-collapse&topic=optimization', '?since=2025-03-12'].map(async (query) => {
        const response = await until(
          () => ask(`papers.json${query}`),
          ({ status }) => status === 200,
        );
        return ((await response.json()) as unknown[]).length;
      }),
    );
    expect(all).toBe(52);
    expect(some).toBeGreaterThan(2);
    expect(some).toBeLessThan(51);
    expect(late).toBe(0);
  });

  it('comes compressed, and not again to who has it', async () => {
    const raw = await sendRaw(api.server.url, { path: '/export/papers.bib', headers: { 'accept-encoding': 'br' } });
    expect(raw.headers).toMatchObject({ 'content-encoding': 'br', vary: expect.stringContaining('Accept-Encoding') });
    expect(brotliDecompressSync(raw.body).toString()).toBe(await (await ask('papers.bib')).text());
    const again = { headers: { 'if-none-match': raw.headers.etag as string } };
    expect((await ask('papers.bib', again)).status).toBe(304);
    expect((await ask('papers.bib?since=2025-01-01', again)).status).toBe(200);
    await api.importText(
      '2025-03-12.txt',
      digestText('Mar 12', [['Widgets in the Wild', 'We count widgets in towns.']]),
    );
    expect((await ask('papers.bib', again)).status).toBe(200);
  });

  it('says by HEAD what it would be, and by OPTIONS how to ask', async () => {
    const head = await ask('papers.csv', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(await head.text()).toBe('');
    expect((await ask('papers.csv', { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await ask('papers.csv', { method: 'POST' })).status).toBe(405);
    expect((await ask('papers.doc')).status).toBe(404);
  });

  it.each([
    ['?colour=red', 'colour: expected no parameter but topic or since, got "red"', 'colour'],
    ['?since=yesterday', 'since: expected a day as YYYY-MM-DD, got "yesterday"', 'since'],
    [
      '?since=2025-01-01&since=2025-01-02',
      'since: expected a day as YYYY-MM-DD, got ["2025-01-01","2025-01-02"]',
      'since',
    ],
    [
      '?topic=optimization&topic=neural-colapse',
      'topic: expected the slug of a topic that is there (nearest: neural-collapse), got "neural-colapse"',
      'topic',
    ],
  ])('refuses %s and says why', async (query, message, argument) => {
    const response = await ask(`papers.bib${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message, extensions: { code: 'BAD_USER_INPUT', argument } }],
    });
  });
});

describe('a large export', () => {
  let large: TestApi;
  beforeAll(async () => {
    large = await startSeededApi({ QUOTA_PER_MINUTE: '20000', SHUTDOWN_GRACE_MS: '200' });
    await makePapers(large, 4_000);
  });
  afterAll(() => large.close());

  it('is one of a few at once, and waits for clients that do not read; who leaves makes room', async () => {
    const sockets = [await askAndStop(large, 'papers.csv'), await askAndStop(large, 'papers.csv')];
    const refused = await ask('papers.csv', {}, large);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: 'Exports: expected at most 2 at once, got more; ask again in 10 s',
          extensions: { code: 'SERVER_BUSY', limit: 2 },
        },
      ],
    });
    const { statements } = await large.log.during(() => large.query('{ corpus { version } }'));
    expect(statements.length).toBeLessThan(3);
    for (const socket of sockets) socket.destroy();
    const again = await until(
      () => ask('papers.csv?since=2999-01-01', {}, large),
      ({ status }) => status === 200,
    );
    expect((await again.text()).trim()).toMatch(/^key,[a-z,]+$/);
  });

  it('costs what its papers cost, and lets others have their turn', async () => {
    const before = await large.send('{ corpus { version } }');
    expect(before.errors).toBeUndefined();
    const response = await ask('papers.ris?since=2020-01-01', {}, large);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const started = performance.now();
    await large.query('{ papers(first: 1) { nodes { title } } }');
    expect(performance.now() - started).toBeLessThan(2_000);
    await reader.cancel();
    const left = Number(
      /r=(\d+)/.exec((await ask('papers.bib?since=2999-01-01', {}, large)).headers.get('ratelimit') ?? '')?.[1],
    );
    expect(left).toBeLessThan(19_900);
  });
});
