import { startSeededApi, type TestApi } from '../support/api';
import { abstractWith, digestText, RANDOM_TEACHERS } from '../support/digest-text';

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi();
  await api.importText(
    '2025-03-12.txt',
    digestText('Mar 12', [
      [
        'Random Teachers are Good Teachers',
        abstractWith(`${RANDOM_TEACHERS} Code: https://github.com/safelix/dinopl and https://gitlab.com/a/b`),
      ],
      ['A Survey of Large Language Models', abstractWith('We study large language models and federated learning.')],
    ]),
  );
});
afterAll(() => api.close());

/** Every connection of the API: how to reach it, and how many items it has here at least. */
const connections: [
  name: string,
  wrap: (field: string) => string,
  path: string[],
  field: string,
  args: string,
  least: number,
][] = [
  ['papers', (f) => f, [], 'papers', '', 52],
  ['papers by title', (f) => f, [], 'papers', 'orderBy: {field: TITLE, direction: ASC}', 52],
  ['papers by trend', (f) => f, [], 'papers', 'orderBy: {field: TRENDING}', 52],
  ['papers oldest first', (f) => f, [], 'papers', 'orderBy: {field: FIRST_SEEN_ON, direction: ASC}', 52],
  ['papers of a filter', (f) => f, [], 'papers', 'filter: {hasRepository: true}', 13],
  ['topics', (f) => f, [], 'topics', '', 190],
  ['topics by count', (f) => f, [], 'topics', 'orderBy: {field: PAPER_COUNT}', 190],
  ['topics by name, last first', (f) => f, [], 'topics', 'orderBy: {field: NAME, direction: DESC}', 190],
  ['repositories', (f) => f, [], 'repositories', '', 14],
  ['repositories by count', (f) => f, [], 'repositories', 'orderBy: {field: PAPER_COUNT}', 14],
  [
    'repositories by count, fewest first',
    (f) => f,
    [],
    'repositories',
    'orderBy: {field: PAPER_COUNT, direction: ASC}',
    14,
  ],
  ['digests', (f) => f, [], 'digests', '', 2],
  ['digests of a time', (f) => f, [], 'digests', 'filter: {date: {from: "2025-03-01"}}', 2],
  ['papers of a digest', (f) => `digest(slug: "2025-03-11") { ${f} }`, ['digest'], 'papers', '', 51],
  ['topics of a digest', (f) => `digest(slug: "2025-03-11") { ${f} }`, ['digest'], 'topics', '', 20],
  ['children of a topic', (f) => `topic(slug: "large-language-models") { ${f} }`, ['topic'], 'children', '', 5],
  ['papers of a topic', (f) => `topic(slug: "optimization") { ${f} }`, ['topic'], 'papers', '', 5],
  [
    'papers of a topic by title',
    (f) => `topic(slug: "optimization") { ${f} }`,
    ['topic'],
    'papers',
    'orderBy: {field: TITLE, direction: ASC}',
    5,
  ],
  [
    'own papers of a topic',
    (f) => `topic(slug: "neural-collapse") { ${f} }`,
    ['topic'],
    'papers',
    'includeDescendants: false',
    2,
  ],
  ['co-occurring topics', (f) => `topic(slug: "neural-collapse") { ${f} }`, ['topic'], 'coOccurringTopics', '', 2],
  [
    'topics of a paper',
    (f) => `paper(by: { slug: "understanding-hessian-alignment-for-domain-generalization" }) { ${f} }`,
    ['paper'],
    'topics',
    '',
    2,
  ],
  [
    'repositories of a paper',
    (f) => `paper(by: { slug: "random-teachers-are-good-teachers" }) { ${f} }`,
    ['paper'],
    'repositories',
    '',
    2,
  ],
  [
    'digests of a paper',
    (f) => `paper(by: { slug: "random-teachers-are-good-teachers" }) { ${f} }`,
    ['paper'],
    'digests',
    '',
    2,
  ],
  [
    'papers of a repository',
    (f) => `repository(owner: "safelix", name: "dinopl") { ${f} }`,
    ['repository'],
    'papers',
    '',
    1,
  ],
];

interface Read {
  cursors: string[];
  ids: string[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

async function read([, wrap, path, field, args]: (typeof connections)[number], page: string): Promise<Read> {
  const given = [args, page].filter((part) => part !== '').join(', ');
  const selection = `${field}(${given}) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes { id } }`;
  let data = await api.query(`{ ${wrap(selection)} }`);
  for (const step of [...path, field]) data = data[step];
  const ids = data.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(data.nodes.map((node: { id: string }) => node.id)).toEqual(ids);
  return {
    ids,
    cursors: data.edges.map((edge: { cursor: string }) => edge.cursor),
    pageInfo: data.pageInfo,
    totalCount: data.totalCount,
  };
}

async function walk(connection: (typeof connections)[number], size: number, forwards: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Read = await read(
      connection,
      forwards
        ? `first: ${size}${cursor ? `, after: "${cursor}"` : ''}`
        : `last: ${size}${cursor ? `, before: "${cursor}"` : ''}`,
    );
    ids.splice(forwards ? ids.length : 0, 0, ...page.ids);
    expect(page.pageInfo.startCursor).toBe(page.cursors[0] ?? null);
    expect(page.pageInfo.endCursor).toBe(page.cursors.at(-1) ?? null);
    expect(forwards ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage).toBe(cursor !== null);
    cursor = (forwards ? page.pageInfo.endCursor : page.pageInfo.startCursor) as string;
    if (!(forwards ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return ids;
  }
}

describe.each(connections)('%s', (...connection) => {
  const least = connection[5];

  it('gives each item once, the same forwards and backwards, as many as totalCount says', async () => {
    const { totalCount } = await read(connection, 'first: 1');
    const size = Math.max(1, Math.ceil(totalCount / 3));
    const forwards = await walk(connection, size, true);
    expect(await walk(connection, size, false)).toEqual(forwards);
    expect(forwards).toHaveLength(totalCount);
    expect(new Set(forwards).size).toBe(totalCount);
    expect(totalCount).toBeGreaterThanOrEqual(least);
  });
});

const papers = connections[0] as (typeof connections)[number];

describe('a page', () => {
  it('has 20 items unless said', async () => {
    expect((await read(papers, 'after: null')).ids).toHaveLength(20);
  });

  it('is empty for `first: 0` and still tells the total', async () => {
    const page = await read(papers, 'first: 0');
    expect(page).toMatchObject({ ids: [], totalCount: 52, pageInfo: { hasNextPage: true, startCursor: null } });
  });

  it('ends before `before` when only that is given', async () => {
    const all = await read(papers, 'first: 30');
    expect((await read(papers, `before: "${all.cursors[25]}"`)).ids).toEqual(all.ids.slice(5, 25));
  });

  it('lies between two cursors', async () => {
    const all = await read(papers, 'first: 30');
    const between = `after: "${all.cursors[3]}", before: "${all.cursors[9]}"`;
    expect((await read(papers, between)).ids).toEqual(all.ids.slice(4, 9));
    expect(await read(papers, `first: 2, ${between}`)).toMatchObject({
      ids: all.ids.slice(4, 6),
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
    expect((await read(papers, `last: 2, ${between}`)).ids).toEqual(all.ids.slice(7, 9));
  });

  it.each([
    ['first: 101', 'first: expected 0 to 100, got 101'],
    ['first: -1', 'first: expected 0 to 100, got -1'],
    ['last: 1000', 'last: expected 0 to 100, got 1000'],
    ['first: 1, last: 1', 'last: expected either `first` or `last`, got {"first":1,"last":1}'],
    ['after: "nonsense"', 'after: expected a cursor as this API gives them, got "nonsense"'],
    ['before: ""', 'before: expected a cursor as this API gives them, got ""'],
  ])('refuses `%s` with BAD_USER_INPUT', async (args, message) => {
    const { errors } = await api.send(`{ papers(${args}) { nodes { id } } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a cursor', () => {
  it.each([
    ['another order', 'papers(orderBy: {field: TITLE}, after: $cursor)'],
    ['another direction', 'papers(orderBy: {field: FIRST_SEEN_ON, direction: ASC}, after: $cursor)'],
    ['another filter', 'papers(filter: {hasRepository: true}, after: $cursor)'],
    ['another list', 'repositories(after: $cursor)'],
  ])('of a list is refused by a list with %s', async (_, field) => {
    const cursor = (await read(papers, 'first: 1')).cursors[0];
    const { errors } = await api.send(`query ($cursor: String) { ${field} { nodes { id } } }`, { cursor });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it("of one topic's papers is refused by another's", async () => {
    const first = await api.query('{ topic(slug: "optimization") { papers(first: 1) { pageInfo { endCursor } } } }');
    const { errors } = await api.send(
      'query ($cursor: String) { topic(slug: "generalization") { papers(after: $cursor) { nodes { id } } } }',
      {
        cursor: first.topic.papers.pageInfo.endCursor,
      },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('whose position was changed is refused', async () => {
    const cursor = (await read(papers, 'first: 1')).cursors[0] as string;
    const [sum] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify([sum, 'x'])).toString('base64url');
    const { errors } = await api.send(`{ papers(after: "${forged}") { nodes { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('means the same however the filter is spelled', async () => {
    const all = await api.query(
      '{ papers(first: 3, filter: {hasRepository: true, repositoryHost: "github.com"}) { edges { cursor node { id } } } }',
    );
    const next = await api.query(
      `{ papers(first: 1, filter: {digest: null, repositoryHost: "GitHub.com", hasRepository: true, topics: {}, firstSeenOn: {}}, after: "${all.papers.edges[1].cursor}") { nodes { id } } }`,
    );
    expect(next.papers.nodes[0].id).toBe(all.papers.edges[2].node.id);
  });
});
