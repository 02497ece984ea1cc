import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { OPEN_CODES } from '../../../src/serve/operations/format-error';
import { startApi, type TestApi } from '../../support/api';
import { digestText } from '../../support/digest-text';
import { ROOT } from '../../support/root';
import { UNAVAILABLE_OVER_HTTP } from '../../support/unavailable';

const text = readFileSync(join(ROOT, 'schema', 'errors.md'), 'utf8');

/** The first two columns of the table under a heading. */
function tableUnder(heading: string): [code: string, status: string][] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `?([A-Z_]+|\d+)`? \| ([^|]+) \|/gm)].map(([, code, status]) => [
    code as string,
    status as string,
  ]);
}

const codes = tableUnder('Codes');
const badRequests = tableUnder('`BAD_REQUEST` by status').map(([status]) => Number(status));
const closeCodes = tableUnder('Close codes of sockets').map(([code]) => Number(code));

/** Whether the table has the code with this status, for a media type of the answer. */
function isListed(code: string, status: number, type: keyof typeof COLUMN): boolean {
  if (code === 'BAD_REQUEST') return badRequests.includes(status);
  return codes.some(([listed, statuses]) => {
    const of = statuses.split(' / ').map(Number);
    return listed === code && (of[COLUMN[type]] ?? of[0]) === status;
  });
}

const COLUMN = { 'application/json': 0, 'application/graphql-response+json': 1, 'text/event-stream': 0 } as const;

/** The sources that are about answers. */
const sources = ['serve', 'resolve', 'execute'].flatMap((room) => {
  const folder = join(ROOT, 'src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8'));
});

describe('the table of errors', () => {
  it('has every code that is let out, and no other', () => {
    const listed = new Set(codes.map(([code]) => code));
    expect([...listed].sort()).toEqual([...OPEN_CODES, 'INTERNAL_SERVER_ERROR'].sort());
  });

  it('has every code that the sources give, and each is given there or by Apollo Server', () => {
    const giving = sources
      .flatMap((source) => source.split('\n'))
      .filter((line) => /\bcode(?: =|:) |toErrorBody\(|withCode\(|^export const ([A-Z_]+) = '\1'/.test(line));
    const names = new Set(
      giving.flatMap((line) => [...line.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code)),
    );
    const listed = new Set(codes.map(([code]) => code));
    expect([...names, 'PERSISTED_QUERY_NOT_FOUND'].sort()).toEqual([...listed].sort());
  });

  it('has every status of a request that is none', () => {
    const given = sources.flatMap((source) => [
      ...source.matchAll(/'(\d{3}) [A-Z][A-Za-z ]+'/g),
      ...source.matchAll(/\.code\((\d{3})\)[^;]*?'BAD_REQUEST'/g),
      ...source.matchAll(/\.code\((404)\)/g),
    ]);
    // The last is that of Fastify.
    expect([...new Set([...given.map(([, status]) => Number(status)), 413])].sort()).toEqual(badRequests);
  });

  it('names settings that there are', () => {
    const settings = readFileSync(join(ROOT, 'src', 'config.ts'), 'utf8');
    for (const [, name] of text.matchAll(/`((?:MAX_|CORS_|QUOTA_|OPERATION_TIMEOUT)[A-Z_]+)`/g)) {
      expect(OPEN_CODES.has(name as string) || settings.includes(`  ${name}:`)).toBe(true);
    }
  });
});

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.seed();
});
afterAll(() => api.close());

const TYPES = Object.keys(COLUMN) as (keyof typeof COLUMN)[];

const post = (server: TestApi['server'], body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** What is wrong with a request in its answer, or in the first event of a stream. */
async function refusalOf(response: Response): Promise<{ code: string; status: number }> {
  const body = await response.text();
  const json = /^data: (.*)$/m.exec(body)?.[1] ?? body;
  return { code: JSON.parse(json).errors[0].extensions.code, status: response.status };
}

/** Asks in each media type, and expects the code with a status that the table has. */
async function expectListed(server: TestApi['server'], code: string, body: object, types = TYPES): Promise<void> {
  for (const accept of types) {
    const refusal = await refusalOf(await post(server, body, { accept }));
    expect({ accept, ...refusal, isListed: isListed(code, refusal.status, accept) }).toEqual({
      accept,
      code,
      status: refusal.status,
      isListed: true,
    });
  }
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const DEAR =
  '{ papers(first: 51) { nodes { relatedPapers(first: 50) { nodes { relatedPapers(first: 50) { nodes { title } } } } } } }';

describe('a status', () => {
  it('shows the real answer of the example', async () => {
    const [, query, answer] = /```graphql\n(.*?)```\s+```json\n(.*?)```/s.exec(text) ?? [];
    expect(await (await post(api.server, { query })).json()).toEqual(JSON.parse(answer as string));
  });

  it.each<[string, object]>([
    ['BAD_USER_INPUT', { query: 'query ($n: Int) { papers(first: $n) { totalCount } }', variables: { n: 'x' } }],
    ['BAD_USER_INPUT', { query: '{ papers(first: 101) { totalCount } }' }],
    ['GRAPHQL_PARSE_FAILED', { query: '{ corpus {' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ corpse { version } }' }],
    ['QUERY_TOO_COSTLY', { query: DEAR }],
    ['QUERY_TOO_DEEP', { query: `{ topic(slug: "a") { ${'parent { '.repeat(20)} id ${'}'.repeat(20)} } }` }],
    ['QUERY_TOO_LONG', { query: `{ ${times(1_500, () => 'corpus { version }')} }` }],
    ['TOO_MANY_ALIASES', { query: `{ ${times(101, (n) => `a${n}: corpus { version }`)} }` }],
    ['TOO_MANY_DIRECTIVES', { query: `{ corpus { ${times(51, () => 'version @skip(if: false)')} } }` }],
  ])('of %s is that of the table', (code, body) => expectListed(api.server, code, body));

  it.each<[string, object]>([
    ['OPERATION_RESOLUTION_FAILURE', { query: 'query A { corpus { version } }', operationName: 'B' }],
    ['OPERATION_RESOLUTION_FAILURE', { query: 'subscription { paperAdded { cursor } }' }],
    [
      'PERSISTED_QUERY_NOT_FOUND',
      { extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update('x').digest('hex') } } },
    ],
    ['BAD_REQUEST', {}],
  ])('of %s is that of the table, not as a stream', (code, body) =>
    expectListed(api.server, code, body, TYPES.slice(0, 2)),
  );

  it('of a cursor of before an import, and of what nobody expected, is that of the table', async () => {
    const search = '{ search(query: "neural", first: 1) { pageInfo { endCursor } } }';
    const after = (await api.query(search)).search.pageInfo.endCursor;
    await api.importText(
      '2025-03-12.txt',
      digestText('Mar 12', [['A Neural Widget', 'A network for widgets, by us.']]),
    );
    await expectListed(api.server, 'CURSOR_OUT_OF_DATE', {
      query: `{ search(query: "neural", first: 1, after: ${JSON.stringify(after)}) { totalCount } }`,
    });
    await api.writer.query('alter table corpus rename to corpus_away');
    await expectListed(api.server, 'INTERNAL_SERVER_ERROR', { query: '{ corpus { rulesFingerprint } }' });
    await api.writer.query('alter table corpus_away rename to corpus');
  });

  it('of a database that is gone is that of the table', () => {
    expect(isListed('DATABASE_UNAVAILABLE', UNAVAILABLE_OVER_HTTP.status, 'application/json')).toBe(true);
  });

  it.each<[string, number, string, RequestInit]>([
    ['no JSON', 400, '', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }],
    [
      'a stream for the page of another',
      403,
      '',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', origin: 'https://other.example' },
        body: '{"query":"{ corpus { version } }"}',
      },
    ],
    ['nothing', 404, '/nothing', {}],
    ['PUT', 405, '', { method: 'PUT' }],
    ['a picture', 406, '?query={corpus{version}}', { headers: { accept: 'image/png' } }],
    [
      'a long body',
      413,
      '',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify('x'.repeat(100_000)) },
    ],
    ['plain text', 415, '', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['long headers', 431, `?query=${'x'.repeat(20_000)}`, {}],
  ])('of a request for %s is %d', async (_, status, path, init) => {
    const server = status === 403 ? await startApi({ CORS_ORIGIN: 'https://own.example' }) : api;
    const refusal = await refusalOf(await fetch(`${server.server.url}${path}`, init));
    if (server !== api) await server.close();
    expect(refusal).toEqual({ code: 'BAD_REQUEST', status });
    expect(badRequests).toContain(status);
  });
});

describe('a status under a limit', () => {
  it('is that of the table', async () => {
    const small = await startApi({
      MAX_ANSWER_BYTES: '100',
      MAX_COST: '100000000',
      MAX_SUBSCRIPTIONS: '1',
      ANSWER_CACHE_BYTES: '0',
    });
    await small.seed();
    await expectListed(small.server, 'ANSWER_TOO_LARGE', { query: '{ topics { nodes { name } } }' });
    // No machine is so fast that the dear one takes less.
    const hasty = await startApi({ MAX_COST: '100000000', MAX_OPERATIONS: '1', OPERATION_TIMEOUT_MS: '5' });
    await hasty.seed();
    await expectListed(hasty.server, 'OPERATION_TIMED_OUT', { query: DEAR });
    const first = post(hasty.server, { query: DEAR });
    const others = await Promise.all(
      TYPES.slice(0, 2).map((accept) => post(hasty.server, { query: DEAR }, { accept })),
    );
    for (const refusal of await Promise.all([await first, ...others].map(refusalOf))) {
      expect(isListed(refusal.code, refusal.status, 'application/json')).toBe(true);
      expect(['OPERATION_TIMED_OUT', 'SERVER_BUSY']).toContain(refusal.code);
    }
    const subscription = { query: 'subscription { paperAdded { cursor } }' };
    const open = await post(small.server, subscription, { accept: 'text/event-stream' });
    await expectListed(small.server, 'TOO_MANY_SUBSCRIPTIONS', subscription, ['text/event-stream']);
    await open.body?.cancel();
    await small.close();
    await hasty.close();
  });

  it('of a client is that of the table', async () => {
    const strict = await startApi({ MAX_COST: '1', QUOTA_PER_MINUTE: '1' });
    await expectListed(strict.server, 'QUOTA_EXCEEDED', { query: '{ papers { totalCount } }' });
    await strict.close();
  });
});

describe('the close code of a socket', () => {
  const INIT = '{"type":"connection_init"}';
  const ASK = '{"type":"subscribe","id":"1","payload":{"query":"subscription { paperAdded { cursor } }"}}';

  it.each([
    ['a long message', 1009, [JSON.stringify({ type: 'connection_init', payload: 'x'.repeat(100_000) })], true],
    ['no message of the protocol', 4400, ['{"type":"hello"}'], true],
    ['an operation before all else', 4401, [ASK], true],
    ['no protocol', 4406, [], false],
    ['two operations of one id', 4409, [INIT, ASK, ASK], true],
    ['two beginnings', 4429, [INIT, INIT], true],
  ])('for %s is %d', async (_, code, messages, speaks) => {
    const socket = new WebSocket(api.server.url.replace('http', 'ws'), speaks ? ['graphql-transport-ws'] : []);
    const closed = once(socket, 'close');
    await once(socket, 'open');
    for (const message of messages) {
      socket.send(message);
      if (message === INIT) await Promise.race([once(socket, 'message'), closed]);
    }
    expect((await closed)[0]).toBe(code);
    expect(closeCodes).toContain(code);
  });
});
