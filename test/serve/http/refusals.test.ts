import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { Asking, type Outcome, TRANSPORTS, type Transport } from '../../support/asking';

let api: TestApi;
let asking: Asking;
beforeAll(async () => {
  api = await startSeededApi();
  // Each subscription here is refused, and a refusal may take a while on a busy machine.
  asking = new Asking(api.server.url, 20_000, 10_000);
});
afterAll(async () => {
  asking.close();
  await api.close();
});

const codesOf = ({ errors }: Outcome) => errors?.map(({ extensions }) => extensions?.code);

/** Brackets within each other, as text. */
const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;

/** Sends text over every transport that it fits into; an address has less room than a body. */
async function everywhere(body: string, look: (outcome: Outcome, transport: Transport) => void): Promise<void> {
  for (const transport of TRANSPORTS) {
    if (transport === 'GET' && encodeURIComponent(body).length > 15_000) continue;
    look(await asking.ask(transport, body), transport);
  }
}

const withVariables = (query: string, variables: string) =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;

describe('variables within each other', () => {
  const queries = {
    'an input object': 'query ($v: PaperFilter) { papers(first: 1, filter: $v) { totalCount } }',
    'a list': 'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
    'a text': 'query ($v: String!) { topic(slug: $v) { id } }',
    'an address': 'query ($v: String!) { resource(url: $v) { __typename } }',
    'a date': 'query ($v: LocalDate) { papers(filter: { firstSeenOn: { from: $v } }) { totalCount } }',
    'nothing that is declared': '{ corpus { version } }',
  };
  const values = {
    lists: (levels: number) => nested(levels, '[', ']'),
    objects: (levels: number) => nested(levels, '{"a":', '}'),
  };

  it.each(Object.entries(queries))('are refused where they stand for %s', async (_, query) => {
    for (const value of Object.values(values)) {
      for (const levels of [100, 1_000, 5_000]) {
        await everywhere(withVariables(query, `{"v":${value(levels)}}`), ({ errors }) => {
          expect(errors).toEqual([
            {
              message: 'variables: expected at most 32 levels, got more',
              extensions: { code: 'BAD_USER_INPUT', limit: 32 },
            },
          ]);
        });
      }
    }
  });

  it('are no matter as extensions, which nobody looks into', async () => {
    for (const value of Object.values(values)) {
      await everywhere(`{"query":"{ corpus { paperCount } }","extensions":{"v":${value(5_000)}}}`, ({ data }) =>
        expect(data).toEqual({ corpus: { paperCount: 51 } }),
      );
    }
  });
});

describe('an operation named by its hash', () => {
  const query = '{ corpus { topicCount } }';
  const hash = createHash('sha256').update(query).digest('hex');
  const ask = (transport: Transport, persistedQuery: unknown, text?: string) =>
    asking.ask(
      transport,
      `{${text ? `"query":${JSON.stringify(text)},` : ''}"extensions":{"persistedQuery":${typeof persistedQuery === 'string' ? persistedQuery : JSON.stringify(persistedQuery)}}}`,
    );

  it.each([
    ['another version', { version: 2, sha256Hash: hash }, /version: expected 1/],
    ['no version', { sha256Hash: hash }, /version: expected 1/],
    ['no object', '"x"', /version: expected 1/],
    ['a hash of another query', { version: 1, sha256Hash: 'a'.repeat(64) }, /expected that of the query/],
    ['what is no hash', { version: 1, sha256Hash: 'x' }, /expected 64 hexadecimal digits/],
    ['a list as hash', `{"version":1,"sha256Hash":${nested(5_000, '[', ']')}}`, /expected 64 hexadecimal digits/],
    ['an object as hash', { version: 1, sha256Hash: { toString: 1 } }, /expected 64 hexadecimal digits/],
  ])('is refused with %s', async (_, persistedQuery, message) => {
    for (const transport of ['POST', 'GET'] as const) {
      if (transport === 'GET' && String(persistedQuery).length > 5_000) continue;
      const { status, errors } = await ask(transport, persistedQuery, query);
      expect({ status, errors }).toEqual({
        status: 400,
        errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_REQUEST' } }],
      });
      expect((await ask(transport, { version: 3 })).status).toBe(400);
    }
    // There everything that comes with an operation but its variables is left alone, or it is refused in the same way.
    for (const transport of ['event stream', 'WebSocket'] as const) {
      expect(codesOf(await ask(transport, persistedQuery, query))).toEqual(['BAD_REQUEST']);
    }
  });

  it('is asked for when it is not known, and answered from then on', async () => {
    expect(codesOf(await ask('POST', { version: 1, sha256Hash: hash }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await ask('POST', { version: 1, sha256Hash: hash }, query)).errors).toBeUndefined();
    expect((await ask('GET', { version: 1, sha256Hash: hash })).data).toEqual({ corpus: { topicCount: 193 } });
    const tooDeep = {
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      variables: { v: JSON.parse(nested(99, '[', ']')) },
    };
    expect(codesOf(await asking.ask('POST', JSON.stringify(tooDeep)))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a text that no database can hold', () => {
  const id = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');

  it.each([
    ['NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('finds nothing: %s', async (_, text) => {
    const query = `query ($text: String!, $url: String!, $page: String!, $id: ID!, $ids: [ID!]!) {
      repository(owner: $text, name: $text) { id }
      named: repository(owner: "a", name: $text) { id }
      repositories(filter: { owner: $text }) { totalCount nodes { id } }
      node(id: $id) { id }
      nodes(ids: $ids) { id }
      resource(url: $url) { __typename }
      page: resource(url: $page) { __typename }
      search(query: $text) { totalCount edges { score } facets { topics { value } repositoryHosts { value } } }
    }`;
    const variables = {
      text,
      url: `https://github.com/a/${text}`,
      page: `https://a.test/${text}`,
      id: id('Repository', `github.com/a/${text}`),
      ids: [id('Repository', `github.com/${text}/b`)],
    };
    for (const transport of TRANSPORTS) {
      const { data, errors } = await asking.operation(transport, query, variables);
      expect({ data, errors }).toEqual({
        errors: undefined,
        data: {
          repository: null,
          named: null,
          repositories: { totalCount: 0, nodes: [] },
          node: null,
          nodes: [null],
          resource: null,
          page: null,
          search: { totalCount: 0, edges: [], facets: { topics: [], repositoryHosts: [] } },
        },
      });
    }
  });

  it.each([
    ['a slug', '{ topic(slug: "a\\u0000b") { id } }'],
    ['a slug of a filter', '{ papers(filter: { topics: { any: ["a\\ud800b"] } }) { totalCount } }'],
    ['a host', '{ repositories(filter: { host: "a\\u0000b" }) { totalCount } }'],
    ['a cursor', '{ papers(after: "a\\u0000b") { nodes { id } } }'],
    ['an id', `{ node(id: "${id('Paper', 'a\0b')}") { id } }`],
    ['a date', '{ papers(filter: { firstSeenOn: { from: "2025-01-01\\u0000" } }) { totalCount } }'],
  ])('is refused where it cannot be %s', async (_, query) => {
    for (const transport of TRANSPORTS) {
      const [code] = codesOf(await asking.operation(transport, query)) ?? [];
      expect(code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED)$/);
    }
  });
});

describe('a variable that is null where none may be', () => {
  it.each([
    ['an argument', 'query ($v: String = "x") { topic(slug: $v) { id } corpus { paperCount } }', ['topic']],
    [
      'a part of an argument',
      'query ($v: PaperOrderField = TITLE) { papers(orderBy: { field: $v }) { totalCount } }',
      ['papers'],
    ],
    ['an item of a list', 'query ($v: ID = "x") { nodes(ids: [$v]) { id } }', ['nodes']],
    ['what includes a field', 'query ($v: Boolean = true) { corpus { version @include(if: $v) } }', undefined],
    [
      'what skips a field further down',
      'query ($v: Boolean = true) { topics { nodes { name @skip(if: $v) } } }',
      undefined,
    ],
    [
      'an argument of a subscription',
      'subscription ($v: String = "x") { paperAdded(filter: { topics: { any: [$v] } }) { paper { slug } } }',
      undefined,
    ],
  ])('is an error of the caller: %s', async (_, query, path) => {
    for (const transport of TRANSPORTS) {
      if (query.startsWith('subscription') && !['event stream', 'WebSocket'].includes(transport)) continue;
      const { errors } = await asking.operation(transport, query, { v: null });
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]);
      expect(errors?.[0]?.path).toEqual(path);
      expect(errors?.[0]?.message).toMatch(/null|invalid value/);
    }
  });
});

describe('a subscription', () => {
  it.each([
    ['to what is skipped', 'subscription { paperAdded @skip(if: true) { paper { slug } } }'],
    ['to what a variable may skip', 'subscription ($v: Boolean!) { paperAdded @include(if: $v) { paper { slug } } }'],
    [
      'to what a fragment skips',
      'subscription { ...on Subscription @skip(if: true) { paperAdded { paper { slug } } } }',
    ],
    [
      'to two things',
      'subscription { paperAdded { paper { slug } } ...More } fragment More on Subscription { digestImported { digest { slug } } }',
    ],
    ['to the schema', 'subscription { __typename }'],
  ])('is refused %s', async (_, query) => {
    for (const transport of ['POST', 'event stream', 'WebSocket'] as const) {
      const outcome = await asking.operation(transport, query, { v: true });
      expect(codesOf(outcome)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('is let through where its one field is asked for twice', async () => {
    const query =
      'subscription { paperAdded { paper { slug } } ...on Subscription { paperAdded { paper { title } } } }';
    expect(await asking.operation('WebSocket', query)).toEqual({ status: 200, text: '' });
  });
});

describe('an operation beyond a limit', () => {
  const deep = (levels: number): string =>
    `{ topics ${'{ nodes { children '.repeat(levels)}{ totalCount }${' } }'.repeat(levels)} }`;
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: version`).join(' ');
  const beyond: [string, string, object][] = [
    ['depth', deep(8), { code: 'QUERY_TOO_DEEP', limit: 16, actual: 18 }],
    [
      'depth through fragments',
      '{ topics { nodes { ...A } } } fragment A on Topic { parent { parent { parent { parent { parent { parent { parent { parent { ...B } } } } } } } } } fragment B on Topic { parent { parent { parent { parent { parent { parent { parent { slug } } } } } } } }',
      { code: 'QUERY_TOO_DEEP', limit: 16, actual: 18 },
    ],
    ['aliases', `{ corpus { ${aliases(101)} } }`, { code: 'TOO_MANY_ALIASES', limit: 100, actual: 101 }],
    [
      'aliases of a fragment spread again and again',
      `{ corpus { ${'...A '.repeat(11)} } } fragment A on Corpus { ${aliases(10)} }`,
      { code: 'TOO_MANY_ALIASES', limit: 100, actual: 110 },
    ],
    [
      'directives',
      `{ corpus { ${'version @skip(if: false) '.repeat(51)} } }`,
      { code: 'TOO_MANY_DIRECTIVES', limit: 50, actual: 51 },
    ],
    ['tokens', `{ corpus { ${'version '.repeat(4_000)} } }`, { code: 'QUERY_TOO_LONG', limit: 4000 }],
    ['tokens, though it is no GraphQL', '}'.repeat(4_001), { code: 'QUERY_TOO_LONG', limit: 4000 }],
    ['brackets of selections', nested(1_500, '{a', '}'), { code: 'QUERY_TOO_DEEP', limit: 500 }],
    [
      'brackets of a value',
      `{ nodes(ids: ${nested(1_500, '[', ']')}) { id } }`,
      { code: 'QUERY_TOO_DEEP', limit: 500 },
    ],
    [
      'brackets of a type',
      `query ($v: ${nested(1_500, '[', ']')}) { corpus { version } }`,
      { code: 'QUERY_TOO_DEEP', limit: 500 },
    ],
    [
      'cost',
      '{ papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers { totalCount } } } } } }',
      { code: 'QUERY_TOO_COSTLY', limit: 10_000, actual: expect.any(Number) },
    ],
  ];

  it.each(beyond)('is refused with a code of its own: %s', async (_, query, extensions) => {
    for (const transport of TRANSPORTS) {
      if (transport === 'GET' && encodeURIComponent(query).length > 15_000) continue;
      const { status, errors } = await asking.operation(transport, query);
      expect(errors).toContainEqual(expect.objectContaining({ extensions }));
      expect(errors?.filter(({ message }) => message.startsWith('Syntax Error'))).toEqual([]);
      expect(status).toBe(200);
    }
    const response = await fetch(api.server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(400);
  });

  it('is let through up to it', async () => {
    for (const query of [
      deep(7),
      `{ corpus { ${aliases(100)} } }`,
      `{ corpus { ${'version @skip(if: false) '.repeat(50)} } }`,
    ]) {
      expect((await asking.operation('POST', query)).errors).toBeUndefined();
    }
  });

  it('has an end where fragments spread each other', async () => {
    const query = '{ ...A } fragment A on Query { a: corpus { version } ...B } fragment B on Query { ...A ...A }';
    for (const transport of TRANSPORTS) {
      expect(codesOf(await asking.operation(transport, query))).toContain('GRAPHQL_VALIDATION_FAILED');
    }
  });
});

describe('a server that keeps its schema to itself', () => {
  let closed: TestApi;
  beforeAll(async () => {
    closed = await startApi({ INTROSPECTION: 'false' });
  });
  afterAll(() => closed.close());

  it.each<[string, string, object]>([
    ['a field', '{ corpus { versio } }', {}],
    ['a type', '{ node(id: "x") { ...on Pape { id } } }', {}],
    ['an argument', '{ topics(firs: 1) { totalCount } }', {}],
    ['a directive argument', '{ corpus { version @skip(i: true) } }', {}],
    ['a value', '{ papers(orderBy: { field: TITL }) { totalCount } }', {}],
    ['a field of an input', '{ papers(filter: { topic: {} }) { totalCount } }', {}],
    [
      'a value of a variable',
      'query ($v: PaperOrderField!) { papers(orderBy: { field: $v }) { totalCount } }',
      { v: 'TITL' },
    ],
    ['a field of a variable', 'query ($v: PaperFilter) { papers(filter: $v) { totalCount } }', { v: { topic: {} } }],
    ['a variable of another type', 'query ($v: PaperFilte) { papers(filter: $v) { totalCount } }', {}],
    ['the schema', '{ __schema { types { name } } }', {}],
  ])('suggests no names: %s', async (_, query, variables) => {
    const askingClosed = new Asking(closed.server.url);
    for (const transport of TRANSPORTS) {
      const { errors, text } = await askingClosed.operation(transport, query, variables);
      expect(errors).not.toEqual([]);
      expect(text).not.toMatch(/did you mean/i);
      const { text: open } = await asking.operation(transport, query, variables);
      if (!query.includes('__schema') && !query.includes('skip')) expect(open).toMatch(/Did you mean/);
    }
    askingClosed.close();
  });
});

describe('a request that cannot be read', () => {
  it.each([
    '',
    '{',
    'null',
    '"x"',
    '[]',
    '[{"query":"{ corpus { version } }"}]',
    '{}',
    '{"query":1}',
    '{"query":"{ corpus { version } }","variables":[]}',
    '{"query":"{ corpus { version } }","variables":"x"}',
    '{"query":"{ corpus { version } }","operationName":{}}',
    '{"query":"{ corpus { version } }","extensions":"x"}',
    '{"query":"{ corpus { version } }","__proto__":{}}',
  ])('is a bad request: %s', async (body) => {
    for (const transport of ['POST', 'event stream'] as const) {
      const { status, errors } = await asking.ask(transport, body);
      expect({ status, errors }).toEqual({
        status: 400,
        errors: [{ message: expect.stringMatching(/expected|JSON|empty/), extensions: { code: 'BAD_REQUEST' } }],
      });
    }
  });
});

describe('what is no request', () => {
  const exchange = async (bytes: string): Promise<string> => {
    const socket = connect(Number(new URL(api.server.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(bytes);
    await once(socket, 'close');
    return answer;
  };

  it.each([
    ['no HTTP', '\0\u0001\u0002\r\n\r\n', 400],
    [
      'an address longer than an address may be',
      `GET /graphql?query=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
    ],
    ['an expectation', 'GET /graphql HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n', 417],
    [
      'a socket of another version',
      'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      400,
    ],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ])('is answered in the shape that clients read: %s', async (_, bytes, status) => {
    const [head = '', body = ''] = (await exchange(bytes)).split('\r\n\r\n');
    expect(head).toMatch(`HTTP/1.1 ${status} `);
    expect(JSON.parse(body).errors).toEqual([
      { message: expect.stringMatching(/expected|Missing or invalid/), extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  it('is answered in that shape, too, where it asks with OPTIONS and is no preflight', async () => {
    const response = await fetch(api.server.url, { method: 'OPTIONS' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });
});
