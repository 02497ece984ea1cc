import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../../src/import/import-file';
import { Answer } from '../../../src/serve/http/answer';
import { Content } from '../../../src/serve/http/content';
import { AnswerCache } from '../../../src/serve/kept-answers/answer-cache';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { runCommand } from '../../support/cli';
import { abstractWith, digestText } from '../../support/digest-text';
import { openUpToDate } from '../../support/store';

const COUNT = '{"query":"{ corpus { version paperCount } }"}';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

/** What came over the wire; date and id are those of the answer and not of what it says. */
interface Wire {
  status: number;
  headers: Record<string, string>;
  text: string;
}

async function read(response: Response): Promise<Wire> {
  const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, text: await response.text() };
}

const post = async (body: string, headers: Record<string, string> = {}, to = api): Promise<Wire> =>
  read(
    await fetch(to.server.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }),
  );
const get = async (query: string, headers: Record<string, string> = {}): Promise<Wire> =>
  read(await fetch(`${api.server.url}?query=${encodeURIComponent(query)}`, { headers }));

const statementsOf = async (work: () => Promise<unknown>): Promise<number> =>
  (await api.log.during(work)).statements.length;

const pageOf = (title: string) => digestText(null, [[title, abstractWith('')]]);

describe('a request that was answered before', () => {
  it('gets the same bytes and headers without a question to the database', async () => {
    const body = JSON.stringify({ query: '{ papers(first: 3) { nodes { title topics { nodes { name } } } } }' });
    const made = await post(body);
    expect(await statementsOf(async () => expect(await post(body)).toEqual(made))).toBe(0);
    expect(made.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
    });
    expect(made.headers.etag).toBeUndefined();
  });

  it.each([
    ['the variables', { query: 'query A($n: Int) { papers(first: $n) { nodes { slug } } }', variables: { n: 2 } }],
    [
      'the operation',
      { query: 'query A { corpus { version } } query B { corpus { paperCount } }', operationName: 'B' },
    ],
    ['the extensions', { query: 'query A { corpus { version } }', extensions: { a: 1 } }],
  ])('is another one when %s differ', async (_, body) => {
    const others = [
      { ...body, operationName: 'A' },
      { ...body, variables: { n: 3 } },
      { ...body, extensions: { a: 2 } },
    ];
    const found = [];
    for (const one of [body, ...others, body, ...others]) found.push(await post(JSON.stringify(one)));
    const fresh = await startFresh();
    for (const [place, one] of [body, ...others].entries()) {
      const { text } = await post(JSON.stringify(one), {}, fresh);
      expect([found[place]?.text, found[place + 4]?.text]).toEqual([text, text]);
    }
  });

  it('is answered in the type that it takes', async () => {
    const types = ['application/json', 'application/graphql-response+json', 'application/json'];
    for (const accept of types) {
      expect((await post(COUNT, { accept })).headers['content-type']).toBe(`${accept}; charset=utf-8`);
    }
    expect((await post(COUNT, { accept: 'image/png' })).status).toBe(406);
  });

  it('is answered to many at once', async () => {
    const body = JSON.stringify({ query: '{ topics(first: 7) { nodes { name papers(first: 2) { totalCount } } } }' });
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(body)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.text).toMatch(/^{"data":/);
  });
});

/** A server over the same database that keeps nothing. */
let uncached: TestApi | undefined;
afterAll(async () => uncached?.close());
async function startFresh(): Promise<TestApi> {
  if (!uncached) {
    uncached = await startSeededApi({ ANSWER_CACHE_BYTES: '0' });
  }
  return uncached;
}

describe('an import', () => {
  const paperCount = async (): Promise<number> => JSON.parse((await post(COUNT)).text).data.corpus.paperCount;

  it('is in the next answer, by whichever process it is done', async () => {
    const before = await paperCount();
    await api.importText('here.txt', pageOf('Widgets That One Process Counts'));
    expect(await paperCount()).toBe(before + 1);
    const file = join(tmpdir(), `offprint-elsewhere-${process.pid}.txt`);
    writeFileSync(file, pageOf('Widgets That Another Process Counts'));
    expect(await runCommand(['seed', file], { DATABASE_URL: api.databaseUrl })).toMatchObject({ code: 0 });
    expect(await paperCount()).toBe(before + 2);
    expect(await statementsOf(paperCount)).toBe(0);
  });

  it('is in every answer to what is asked after it, while many ask all the time', async () => {
    const other = await openUpToDate(api.databaseUrl);
    let asking = true;
    const askers = Array.from({ length: 4 }, async () => {
      while (asking) await paperCount();
    });
    const file = join(tmpdir(), `offprint-again-${process.pid}.txt`);
    let expected = await paperCount();
    for (let turn = 0; turn < 10; turn++) {
      writeFileSync(file, pageOf(`Widgets Counted in Turn ${'ABCDEFGHIJ'[turn]}`));
      await importFile(other, api.factReader, file);
      // Each turn takes the paper of the turn before out again.
      if (turn === 0) expected += 1;
      expect(await paperCount()).toBe(expected);
      const [{ version }] = await other.writer.query('select version from corpus');
      expect(JSON.parse((await post(COUNT)).text).data.corpus.version).toBe(version);
    }
    asking = false;
    await Promise.all(askers);
    await other.close();
  });
});

describe('what is not right for all time', () => {
  it('is not kept: errors of any kind', async () => {
    const broken = '{"query":"{ corpus { rulesFingerprint } papers(first: 1) { nodes { slug } } }"}';
    await api.writer.query('alter table corpus rename to corpus_away');
    expect((await post(broken)).text).toContain('INTERNAL_SERVER_ERROR');
    await api.writer.query('alter table corpus_away rename to corpus');
    expect((await post(broken)).text).toMatch(/^{"data":/);
    const refused = await post('{"query":"{ papers(first: 1000) { totalCount } }"}');
    expect(refused.headers['cache-control']).toBe('no-store');
  });
});

describe('a limit', () => {
  it('holds for what was answered to others', async () => {
    const body = JSON.stringify({ query: '{ corpus { version paperCount } }', variables: {} });
    expect((await post(body)).status).toBe(200);
    expect((await post(body, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(body, { 'content-type': 'application/json; charset=utf-7' })).status).toBe(415);
    expect((await post(`${body}${' '.repeat(100_000)}`)).status).toBe(413);
    const query = '{ corpus { version paperCount } }';
    expect((await get(query)).status).toBe(200);
    expect((await get(query, { accept: 'image/png' })).status).toBe(406);
  });

  it('lets through a body of unknown length', async () => {
    const status = await new Promise((resolve, reject) => {
      const options = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const asking = request(api.server.url, options, ({ statusCode }) => resolve(statusCode)).on('error', reject);
      asking.write(COUNT.slice(0, 5));
      setTimeout(() => asking.end(COUNT.slice(5)), 20);
    });
    expect(status).toBe(200);
  });

  it('of memory is kept: what was asked for least lately goes', async () => {
    const cache = new AnswerCache(10_000, async () => 'a');
    const answerOf = (bytes: number) => new Answer(new Content(Buffer.alloc(bytes)), 'text/plain', [], null, null);
    for (const key of ['1', '2', '3']) await cache.keep(key, answerOf(2_000), 'a');
    await cache.find('1');
    await cache.keep('4', answerOf(2_000), 'a');
    await cache.keep('large', answerOf(20_000), 'a');
    const found = await Promise.all(['1', '2', '3', '4', 'large'].map((key) => cache.find(key)));
    expect(found.map(({ answer }) => answer !== undefined)).toEqual([true, false, true, true, false]);
  });
});

describe('an answer is kept', () => {
  it.each([
    ['but not when something was committed while it was made', ['a', 'b', 'b'], false],
    ['but not when the state was not known before', [null, 'a', 'a'], false],
    ['but not when the state was not known after', ['a', null, 'a'], false],
    ['until something is committed', ['a', 'a', 'b'], false],
    ['otherwise', ['a', 'a', 'a'], true],
  ])('%s', async (_, states, isKept) => {
    const left = [...states];
    const cache = new AnswerCache(10_000, async () => {
      const state = left.shift();
      if (state == null) throw new Error('no database');
      return state;
    });
    const { state } = await cache.find('key');
    await cache.keep('key', new Answer(new Content(Buffer.from('x')), 'text/plain', [], null, null), state);
    expect((await cache.find('key')).answer !== undefined).toBe(isKept);
  });
});

describe('an answer at an address', () => {
  const QUERY = '{ digests { nodes { slug title } } }';

  it('is not sent again to who has it', async () => {
    const { headers, text } = await get(QUERY);
    expect(headers.etag).toMatch(/^"[\w-]{43}"$/);
    expect(headers.vary).toBe('Accept, Accept-Encoding');
    for (const tags of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
      const again = await get(QUERY, { 'if-none-match': String(tags) });
      expect(again).toMatchObject({
        status: 304,
        text: '',
        headers: { etag: headers.etag, 'cache-control': 'no-cache' },
      });
      expect(again.headers['content-type']).toBeUndefined();
    }
    expect(await get(QUERY, { 'if-none-match': '"other"' })).toMatchObject({ status: 200, text });
  });

  it('has another tag in another type, and after an import', async () => {
    const { headers } = await get(QUERY);
    const typed = await get(QUERY, { accept: 'application/graphql-response+json' });
    expect(typed.headers.etag).not.toBe(headers.etag);
    await api.importText('tagged.txt', pageOf('Widgets With Tags'));
    const after = await get(QUERY, { 'if-none-match': String(headers.etag) });
    expect([after.status, after.text.includes('tagged')]).toEqual([200, true]);
  });

  it('has none when it is the answer to a POST', async () => {
    const body = JSON.stringify({ query: QUERY });
    const { headers } = await get(QUERY);
    for (const _ of ['made', 'kept']) {
      expect((await post(body, { 'if-none-match': String(headers.etag) })).status).toBe(200);
      expect((await post(body, { 'if-none-match': '*' })).status).toBe(200);
    }
  });
});

describe('the permission to read', () => {
  it('is that of the origin which asks', async () => {
    const closed = await startApi({ CORS_ORIGIN: 'https://one.test, https://two.test' });
    const from = async (origin: string) => {
      const { headers } = await post(COUNT, { origin }, closed);
      return [headers['access-control-allow-origin'], headers.vary];
    };
    for (const _ of ['made', 'kept']) {
      expect(await from('https://one.test')).toEqual(['https://one.test', 'Origin, Accept, Accept-Encoding']);
      expect(await from('https://two.test')).toEqual(['https://two.test', 'Origin, Accept, Accept-Encoding']);
      expect(await from('https://three.test')).toEqual([undefined, 'Origin, Accept, Accept-Encoding']);
    }
    await closed.close();
  });
});

describe('a hash in the place of an operation', () => {
  it('is learnt although the operation was answered before', async () => {
    const query = '{ corpus { topicCount } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const byHash = JSON.stringify({ extensions: { persistedQuery } });
    expect((await post(byHash)).text).toContain('PERSISTED_QUERY_NOT_FOUND');
    const learnt = await post(JSON.stringify({ query, extensions: { persistedQuery } }));
    expect(learnt.headers['cache-control']).toBe('no-store');
    expect((await post(byHash)).text).toBe(learnt.text);
  });
});
