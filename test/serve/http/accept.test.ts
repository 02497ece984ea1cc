import fc from 'fast-check';
import { acceptedBy } from '../../../src/serve/http/accepted';
import { startSeededApi, type TestApi } from '../../support/api';
import { addressed, posted, type RawRequest, sendRaw } from '../../support/raw';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const EVENTS = 'text/event-stream';
const QUERY = '{ corpus { paperCount } }';
const SUBSCRIPTION = 'subscription { paperAdded(filter: { digest: "No Slug" }) { paper { slug } } }';

/** The media type of the answer. */
async function typeOf(request: RawRequest): Promise<string | undefined> {
  const { headers } = await sendRaw(api.server.url, request);
  return headers['content-type']?.split(';')[0];
}

/** What clients send, and what they are to get for a query; null for what cannot be had. */
const ACCEPT: [accept: string | undefined, type: string | null][] = [
  // No preference.
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  // One of the two, as it is named, whatever its capitals and its parameters.
  [JSON_TYPE, JSON_TYPE],
  [GRAPHQL_TYPE, GRAPHQL_TYPE],
  ['Application/GraphQL-Response+JSON', GRAPHQL_TYPE],
  ['application/graphql-response+json; charset=utf-8', GRAPHQL_TYPE],
  ['application/json;charset=UTF-8', JSON_TYPE],
  // By weight first, by order where weights are the same; the order of weights is of no matter.
  [`${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9`, GRAPHQL_TYPE],
  [`${JSON_TYPE};q=0.9, ${GRAPHQL_TYPE}`, GRAPHQL_TYPE],
  [`${JSON_TYPE}, ${GRAPHQL_TYPE};q=0.9`, JSON_TYPE],
  [`${JSON_TYPE}, ${GRAPHQL_TYPE}`, JSON_TYPE],
  [`${GRAPHQL_TYPE}, ${JSON_TYPE}`, GRAPHQL_TYPE],
  [`${JSON_TYPE};q=0, ${GRAPHQL_TYPE};q=0.001`, GRAPHQL_TYPE],
  // What is said of the nearest range holds.
  [`*/*, ${GRAPHQL_TYPE}`, GRAPHQL_TYPE],
  [`*/*;q=0.5, ${JSON_TYPE};q=0`, GRAPHQL_TYPE],
  [`*/*, ${JSON_TYPE};q=0.1`, GRAPHQL_TYPE],
  // An event stream among them changes nothing, wherever it stands and whatever its weight.
  [`${GRAPHQL_TYPE}, application/graphql+json, ${JSON_TYPE}, ${EVENTS}, multipart/mixed`, GRAPHQL_TYPE],
  [`${JSON_TYPE}, ${EVENTS}`, JSON_TYPE],
  [`${EVENTS}, ${JSON_TYPE}`, JSON_TYPE],
  [`${EVENTS}, ${JSON_TYPE};q=0.1`, JSON_TYPE],
  [`${EVENTS};q=0.5, */*`, JSON_TYPE],
  ['multipart/mixed;deferSpec=20220824, application/json', JSON_TYPE],
  // Nothing else is taken.
  [EVENTS, EVENTS],
  ['Text/Event-Stream', EVENTS],
  ['text/*', EVENTS],
  [`${EVENTS}, ${JSON_TYPE};q=0`, EVENTS],
  [`${EVENTS}, */*;q=0`, EVENTS],
  // Nothing is left.
  ['image/png', null],
  [`${EVENTS};q=0`, null],
  [`${JSON_TYPE};q=0, ${GRAPHQL_TYPE};q=0.0`, null],
  ['*/*;q=0', null],
];

describe('the form of an answer', () => {
  it.each(ACCEPT)('to a query for who takes %s is %s', async (accept, type) => {
    const { status, headers, body } = await sendRaw(api.server.url, posted(QUERY, { accept }));
    if (type === null) {
      expect([status, headers['content-type']]).toEqual([406, 'application/json; charset=utf-8']);
      expect(JSON.parse(String(body)).errors).toEqual([
        { message: expect.stringMatching(/^Accept: expected .*, got /), extensions: { code: 'BAD_REQUEST' } },
      ]);
    } else {
      expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    }
  });

  it.each([
    [`${GRAPHQL_TYPE}, ${JSON_TYPE}, ${EVENTS}`, EVENTS],
    [`${JSON_TYPE}, ${EVENTS};q=0.1`, EVENTS],
    [EVENTS, EVENTS],
    // Who takes anything, and may not know what a stream is, is told where to ask.
    ['*/*', JSON_TYPE],
    [undefined, JSON_TYPE],
    [`${JSON_TYPE}, ${EVENTS};q=0`, JSON_TYPE],
  ])('to a subscription for who takes %s is %s', async (accept, type) => {
    expect(await typeOf(posted(SUBSCRIPTION, { accept }))).toBe(type);
  });

  it('to what is no GraphQL is JSON for who takes it', async () => {
    expect(await typeOf(posted('{ subscription', { accept: `${GRAPHQL_TYPE}, ${EVENTS}` }))).toBe(GRAPHQL_TYPE);
  });

  it('goes with its status: a refusal is 400 only in the type that says so', async () => {
    const statusFor = async (accept: string) =>
      (await sendRaw(api.server.url, posted('{ corpus { size } }', { accept }))).status;
    expect(await statusFor(`${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.5`)).toBe(400);
    expect(await statusFor(`${JSON_TYPE}, ${GRAPHQL_TYPE};q=0.5`)).toBe(200);
  });

  it('is found for any header, in time', () => {
    const range = fc.oneof(
      fc.constantFrom(JSON_TYPE, GRAPHQL_TYPE, EVENTS, 'text/html', '*/*', 'text/*', '', '/', 'a/b;c="d,e'),
      fc.string({ maxLength: 12 }),
    );
    const weight = fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';q=', ';q=x', '; Q=0.2', ';q=-1', ';q=9');
    const header = fc.array(
      fc.tuple(range, weight).map((parts) => parts.join('')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(header, (ranges) => {
        const { json, prefersHtml, takesEvents } = acceptedBy(ranges.join(', '));
        expect([null, `${JSON_TYPE}; charset=utf-8`, `${GRAPHQL_TYPE}; charset=utf-8`]).toContain(json);
        expect([typeof prefersHtml, typeof takesEvents]).toEqual(['boolean', 'boolean']);
      }),
    );
    const started = performance.now();
    acceptedBy(`${'a/b;q=0.1,'.repeat(1_600)}${JSON_TYPE}`);
    acceptedBy(`a/b;${'c="\\'.repeat(3_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('an answer to who lists event streams', () => {
  const accept = `${EVENTS}, ${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9`;

  it('has its tag, and is not sent again to who has it', async () => {
    const request = addressed(QUERY, { accept });
    const { headers } = await sendRaw(api.server.url, request);
    expect(headers.etag).toMatch(/^"[\w-]{43}"$/);
    const again = await sendRaw(api.server.url, {
      ...request,
      headers: { ...request.headers, 'if-none-match': headers.etag },
    });
    expect([again.status, again.headers.etag]).toEqual([304, headers.etag]);
  });

  it('is kept, and the same for all who come to the same type', async () => {
    const query = '{ papers(first: 2) { nodes { title } } }';
    const { body } = await sendRaw(api.server.url, posted(query, { accept }));
    const { statements } = await api.log.during(async () => {
      for (const other of [accept, GRAPHQL_TYPE, `${GRAPHQL_TYPE};q=0.4, ${EVENTS}`]) {
        expect((await sendRaw(api.server.url, posted(query, { accept: other }))).body).toEqual(body);
      }
    });
    expect(statements).toEqual([]);
  });
});
