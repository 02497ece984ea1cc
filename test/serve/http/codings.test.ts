import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Answer } from '../../../src/serve/http/answer';
import { codingFor, encode } from '../../../src/serve/http/codings';
import { Content } from '../../../src/serve/http/content';
import { AnswerCache } from '../../../src/serve/kept-answers/answer-cache';
import { startSeededApi, type TestApi } from '../../support/api';
import { addressed, posted, type RawAnswer, type RawRequest, sendRaw } from '../../support/raw';
import { until } from '../../support/until';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const SHORT = '{ corpus { paperCount } }';
const LONG = '{ papers(first: 20) { nodes { title abstract } } }';
const EVENTS = 'text/event-stream';

const send = (request: RawRequest) => sendRaw(api.server.url, request);
const coded = (request: RawRequest, coding: string | undefined, more: Record<string, string | undefined> = {}) =>
  send({ ...request, headers: { ...request.headers, 'accept-encoding': coding, ...more } });

/** The text of an answer, out of its coding. */
function textOf({ headers, body }: RawAnswer): string {
  const length = headers['content-length'];
  if (length !== undefined && Number(length) !== body.length) throw new Error(`Answer: expected ${length} bytes`);
  switch (headers['content-encoding']) {
    case 'br':
      return String(brotliDecompressSync(body));
    case 'gzip':
      return String(gunzipSync(body));
    case undefined:
      return String(body);
    default:
      throw new Error(`Answer: expected a coding that was asked for, got ${headers['content-encoding']}`);
  }
}

/** What clients send, and in what a long and a short answer come. */
const ACCEPT_ENCODING: [accept: string | undefined, long: string | undefined, short: string | undefined][] = [
  [undefined, undefined, undefined],
  ['', undefined, undefined],
  ['identity', undefined, undefined],
  ['gzip, deflate, br, zstd', 'br', undefined],
  ['gzip, deflate', 'gzip', undefined],
  ['GZIP', 'gzip', undefined],
  ['x-gzip', 'gzip', undefined],
  ['br', 'br', undefined],
  ['*', 'br', undefined],
  ['br;q=0.5, gzip', 'gzip', undefined],
  ['gzip;q=0.5, br;q=0.8', 'br', undefined],
  ['br;q=0, *', 'gzip', undefined],
  ['br;q=0, gzip;q=0', undefined, undefined],
  ['gzip;q=0.5, identity', undefined, undefined],
  ['gzip, identity;q=0.5', 'gzip', undefined],
  ['zstd, deflate', undefined, undefined],
  // Plain bytes are not taken, so short content is not left alone.
  ['gzip, identity;q=0', 'gzip', 'gzip'],
  ['br, *;q=0', 'br', 'br'],
  // Nothing that there is: plain bytes are what a server may send all the same.
  ['identity;q=0', undefined, undefined],
  ['*;q=0', undefined, undefined],
];

describe('the coding of an answer', () => {
  it.each(ACCEPT_ENCODING)('for who takes %s is %s, and %s of a short one', async (accept, long, short) => {
    for (const toRequest of [posted, addressed]) {
      const plain = { long: textOf(await send(toRequest(LONG))), short: textOf(await send(toRequest(SHORT))) };
      for (const _ of ['made', 'kept']) {
        const answer = await coded(toRequest(LONG), accept);
        expect([answer.headers['content-encoding'], textOf(answer)]).toEqual([long, plain.long]);
        expect(answer.headers.vary).toBe('Accept, Accept-Encoding');
        const other = await coded(toRequest(SHORT), accept);
        expect([other.headers['content-encoding'], textOf(other)]).toEqual([short, plain.short]);
        expect(other.headers.vary).toBe('Accept, Accept-Encoding');
      }
    }
  });

  it('makes a list of papers a fraction of its length', async () => {
    const plain = (await send(posted(LONG))).body.length;
    expect(plain).toBeGreaterThan(20_000);
    expect((await coded(posted(LONG), 'br')).body.length).toBeLessThan(plain * 0.4);
    expect((await coded(posted(LONG), 'gzip')).body.length).toBeLessThan(plain * 0.45);
  });

  it.each<[string, RawRequest, number]>([
    ['an error', posted(`{ ${'nothing '.repeat(100)} }`), 200],
    ['the schema', { path: '/schema.graphql' }, 200],
    ['a page', { path: '/sandbox', headers: { accept: 'text/html' } }, 200],
    ['a page of nowhere', { path: `/${'nowhere'.repeat(200)}`, headers: { accept: 'text/html' } }, 404],
    [
      'an answer that is not kept',
      { ...posted(LONG), body: JSON.stringify({ query: LONG, extensions: { cost: true } }) },
      200,
    ],
  ])('is that of %s, too', async (_, request, status) => {
    for (const coding of ['br', 'gzip']) {
      const answer = await coded(request, coding);
      expect([answer.status, answer.headers['content-encoding']]).toEqual([status, coding]);
      expect(answer.headers.vary).toContain('Accept-Encoding');
      expect(textOf(answer).length).toBeGreaterThan(answer.body.length);
      const head = await coded({ ...request, method: 'HEAD' }, coding);
      if (request.method !== 'POST') expect([head.status, head.body.length]).toEqual([status, 0]);
    }
  });

  it('is found for any header, in time', () => {
    const part = fc.oneof(fc.constantFrom('br', 'gzip', 'identity', '*', 'x-gzip', ''), fc.string({ maxLength: 6 }));
    const weight = fc.constantFrom('', ';q=0', ';q=0.5', ';q=', ';q=x', ';Q=1', ';q=-1', ';q=2');
    const header = fc.array(
      fc.tuple(part, weight).map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(header, fc.nat(5_000), (parts, bytes) => {
        const coding = codingFor(parts.join(', '), bytes);
        expect(['br', 'gzip', 'identity']).toContain(coding);
        if (coding !== 'identity')
          expect(parts.join(', ').toLowerCase()).toMatch(coding === 'br' ? /br|\*/ : /gzip|\*/);
      }),
    );
    const started = performance.now();
    codingFor('gzip;q=0.1,'.repeat(1_400), 1);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('an answer in a coding', () => {
  const CODINGS = ['identity', 'gzip', 'br'];

  it('has its own tag, with which it is not sent again in that coding', async () => {
    const request = addressed('{ papers(first: 15) { nodes { title abstract } } }');
    const tags: string[] = [];
    for (const coding of CODINGS) tags.push((await coded(request, coding)).headers.etag as string);
    expect(new Set(tags).size).toBe(3);
    for (const [place, coding] of CODINGS.entries()) {
      for (const [of, tag] of tags.entries()) {
        for (const sent of [tag, `W/${tag}`, `"x", ${tag}`]) {
          const again = await coded(request, coding, { 'if-none-match': sent });
          expect([coding, tag, again.status]).toEqual([coding, tag, of === place ? 304 : 200]);
          expect(again.headers.etag).toBe(tags[place]);
          if (again.status !== 304) continue;
          expect(again.body).toHaveLength(0);
          expect(again.headers).toMatchObject({ vary: 'Accept, Accept-Encoding', 'cache-control': 'no-cache' });
          expect(again.headers['content-encoding']).toBeUndefined();
        }
      }
      expect((await coded(request, coding, { 'if-none-match': '*' })).status).toBe(304);
    }
  });

  it('has one tag in all of them where it is too short for any', async () => {
    const tags = await Promise.all(CODINGS.map(async (coding) => (await coded(addressed(SHORT), coding)).headers.etag));
    expect(new Set(tags).size).toBe(1);
  });

  it('is made of what is kept, without a question to the database', async () => {
    const query = '{ papers(first: 12) { nodes { title abstract } } }';
    const { body } = await send(posted(query));
    const { statements } = await api.log.during(async () => {
      for (const coding of ['br', 'gzip', 'br', 'gzip']) {
        expect(textOf(await coded(posted(query), coding))).toBe(String(body));
      }
    });
    expect(statements).toEqual([]);
  });

  it('is the same to HEAD as to GET', async () => {
    for (const coding of CODINGS) {
      const got = await coded(addressed(LONG), coding);
      const head = await coded({ ...addressed(LONG), method: 'HEAD' }, coding);
      expect(head.body).toHaveLength(0);
      for (const name of ['content-length', 'content-encoding', 'etag', 'vary']) {
        expect(head.headers[name]).toBe(got.headers[name]);
      }
    }
  });
});

describe('content', () => {
  const text = Buffer.from(
    JSON.stringify(Array.from({ length: 5_000 }, (_, index) => ({ index, word: `word ${index}` }))),
  );

  it('is put into a coding once, whoever asks meanwhile', async () => {
    const content = new Content(text);
    const [one, other] = await Promise.all([content.in('br'), content.in('br')]);
    expect(other).toBe(one);
    expect(content.in('br')).toBe(one);
    expect(brotliDecompressSync(one)).toEqual(text);
    expect(content.in('identity')).toBe(text);
  });

  it('counts for the memory of kept answers in each coding that there is', async () => {
    const cache = new AnswerCache(1_000_000, async () => 'a');
    const answer = new Answer(new Content(text), 'text/plain', [], null, null);
    await cache.find('key');
    await cache.keep('key', answer, 'a');
    const { bytes } = cache.size;
    const { length } = await answer.content.in('gzip');
    cache.weigh('key', answer);
    expect(cache.size).toEqual({ entries: 1, bytes: bytes + length });
    expect((await cache.find('key')).answer?.content).toBe(answer.content);
    // One that went meanwhile does not come back.
    cache.weigh('other', answer);
    expect(cache.size.entries).toBe(1);
  });

  it('counts so in a server, and never takes more than there is', async () => {
    const kept = async () => {
      const metrics = String((await sendRaw(small.server.url, { path: '/metrics' })).body);
      return Number(/^offprint_cache_bytes\{[^}]*answers[^}]*\} (\d+)/m.exec(metrics)?.[1]);
    };
    const small = await startSeededApi({ ANSWER_CACHE_BYTES: '100000' });
    const ask = (first: number, coding: string) =>
      sendRaw(
        small.server.url,
        posted(`{ papers(first: ${first}) { nodes { abstract } } }`, { 'accept-encoding': coding }),
      );
    await ask(20, 'identity');
    // It is kept once it is sent.
    const before = await until(kept, (bytes) => bytes > 0);
    const { body } = await ask(20, 'gzip');
    expect(await kept()).toBe(before + body.length);
    for (let first = 10; first < 30; first++) for (const coding of ['br', 'gzip']) await ask(first, coding);
    expect(await kept()).toBeLessThanOrEqual(100_000);
    await small.close();
  });

  it('leaves the loop of events to others while it is made', async () => {
    const large = Buffer.concat(Array.from({ length: 60 }, () => text));
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await Promise.all([encode(large, 'br'), encode(large, 'gzip')]);
    clearInterval(counting);
    // There would be none if they waited.
    expect(turns).toBeGreaterThan(3);
  });
});

describe('what comes bit by bit', () => {
  it('is sent in its coding as it is made, without an end that is known before', async () => {
    const fields = Array.from(
      { length: 30 },
      (_, index) => `a${index}: papers(first: 51) { nodes { title abstract } }`,
    );
    const request = posted(`{ ${fields.join(' ')} }`);
    const plain = await send(request);
    expect(plain.headers['transfer-encoding']).toBe('chunked');
    expect(plain.body.length).toBeGreaterThan(1_000_000);
    for (const coding of ['br', 'gzip']) {
      const answer = await coded(request, coding);
      expect(answer.headers).toMatchObject({ 'transfer-encoding': 'chunked', 'content-encoding': coding });
      expect(answer.headers.vary).toBe('Accept, Accept-Encoding');
      expect(textOf(answer)).toBe(String(plain.body));
    }
  });

  it('is never in a coding as an event stream, which would hold it back', async () => {
    const { headers, body } = await coded(posted(LONG, { accept: EVENTS }), 'gzip, br');
    expect(headers['content-encoding']).toBeUndefined();
    expect(String(body)).toMatch(/^:\n\nevent: next\ndata: {"data":/);
  });
});
