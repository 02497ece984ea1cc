import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const PAGE = `query ($query: String!, $filter: PaperFilter, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, filter: $filter, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { score node { ... on Paper { id } ... on Topic { id } ... on Repository { id } } }
  }
}`;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  edges: { score: number; node: { id: string } }[];
}
const page = async (variables: object): Promise<Page> => (await api.query(PAGE, variables)).search;

const queries = [
  'learning the loss of networks',
  'Domain generalization',
  'https://github.com/safelix/dinopl',
  'topo*',
];

describe('the pages of a search', () => {
  it.each(queries)('of %j lead to every result once, best first, in both directions', async (query) => {
    const there: Page['edges'] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page({ query, first: 7, after });
      there.push(...edges);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const back: Page['edges'] = [];
    for (let before: string | null = null; ; ) {
      const { edges, pageInfo } = await page({ query, last: 7, before });
      back.unshift(...edges);
      if (!pageInfo.hasPreviousPage) break;
      before = pageInfo.startCursor;
    }
    const { totalCount } = await page({ query });
    expect(there).toHaveLength(totalCount);
    expect(new Set(there.map(({ node }) => node.id)).size).toBe(totalCount);
    expect(there.map(({ score }) => score)).toEqual(there.map(({ score }) => score).sort((a, b) => b - a));
    expect(back).toEqual(there);
  });

  it('have cursors of their own search alone', async () => {
    const { pageInfo } = await page({ query: 'loss', first: 2 });
    for (const other of [{ query: 'losses' }, { query: 'loss', types: ['PAPER'] }]) {
      const { errors } = await api.send(PAGE, { ...other, after: pageInfo.endCursor });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});

describe('the order of first sight', () => {
  const ORDERED = `query ($query: String!, $first: Int, $after: String, $last: Int, $before: String, $direction: OrderDirection) {
    search(query: $query, first: $first, after: $after, last: $last, before: $before, orderBy: { field: FIRST_SEEN_ON, direction: $direction }) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { __typename ... on Paper { id } ... on Topic { id } ... on Repository { id } }
    }
  }`;

  interface OrderedPage {
    pageInfo: Page['pageInfo'];
    nodes: { id: string; __typename: string }[];
  }
  const ordered = async (variables: object): Promise<OrderedPage> => (await api.query(ORDERED, variables)).search;

  it.each(['learning the loss of networks', 'Domain generalization', 'topo*'])(
    'lists what is found by %j as `papers` lists it, and what is no paper behind',
    async (query) => {
      const there: OrderedPage['nodes'] = [];
      for (let after: string | null = null; ; ) {
        const { nodes, pageInfo } = await ordered({ query, first: 7, after });
        there.push(...nodes);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      const back: typeof there = [];
      for (let before: string | null = null; ; ) {
        const { nodes, pageInfo } = await ordered({ query, last: 7, before });
        back.unshift(...nodes);
        if (!pageInfo.hasPreviousPage) break;
        before = pageInfo.startCursor;
      }
      expect(back).toEqual(there);
      const { papers } = await api.query('{ papers(first: 100) { nodes { id } } }');
      const found = new Set(there.map(({ id }) => id));
      const expected = papers.nodes.map(({ id }: { id: string }) => id).filter((id: string) => found.has(id));
      const isPaper = there.map(({ __typename }) => __typename === 'Paper');
      expect(isPaper).toEqual([...isPaper].sort((one, other) => Number(other) - Number(one)));
      expect(there.slice(0, expected.length).map(({ id }) => id)).toEqual(expected);
      expect(there).toHaveLength((await page({ query })).totalCount);
    },
  );

  it.each(['learning the loss of networks', 'topo*'])(
    'ascending is its exact reverse, as by relevance: %j',
    async (query) => {
      const { nodes } = await ordered({ query, first: 100 });
      expect((await ordered({ query, last: 100, direction: 'ASC' })).nodes).toEqual([...nodes].reverse());
      const byScore = async (size: object, orderBy: object) => {
        const { search } = await api.query(
          'query ($query: String!, $first: Int, $last: Int, $orderBy: SearchOrder) { search(query: $query, first: $first, last: $last, orderBy: $orderBy) { edges { score node { ... on Node { id } } } } }',
          { query, ...size, orderBy },
        );
        return search.edges;
      };
      const best = await byScore({ first: 100 }, { field: 'RELEVANCE' });
      expect(best.length).toBeGreaterThan(1);
      expect(await byScore({ last: 100 }, { field: 'RELEVANCE', direction: 'ASC' })).toEqual([...best].reverse());
    },
  );

  it('has cursors of its own', async () => {
    const { pageInfo } = await page({ query: 'loss', first: 2 });
    const { errors } = await api.send(ORDERED, { query: 'loss', after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

describe('a page across an import', () => {
  it('is none: the cursor says that it is out of date, and one of the new corpus goes on', async () => {
    const other = await startSeededApi();
    const first: Page = (await other.query(PAGE, { query: 'loss', first: 3 })).search;
    const same = digestText('Mar 12', [['Loss of Widgets', abstractWith('The loss was lost, and the loss again.')]]);
    await other.importText('2025-03-12.txt', same);
    for (const [argument, cursor] of [
      ['after', first.pageInfo.endCursor],
      ['before', first.pageInfo.startCursor],
    ] as const) {
      const { errors } = await other.send(PAGE, { query: 'loss', [argument]: cursor });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_OUT_OF_DATE', argument });
    }
    const anew: Page = (await other.query(PAGE, { query: 'loss', first: 3 })).search;
    // The same digest again changes nothing, so the cursor stays good.
    await other.importText('2025-03-12.txt', same);
    const next: Page = (await other.query(PAGE, { query: 'loss', first: 3, after: anew.pageInfo.endCursor })).search;
    const ids = [...anew.edges, ...next.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(6);
    await other.close();
  });
});

interface Facet {
  value: string;
  label: string;
  count: number;
}

describe('a facet', () => {
  const facetsOf = async (variables: object): Promise<Record<string, Facet[]>> =>
    (
      await api.query(
        `query ($query: String!, $filter: PaperFilter) { search(query: $query, filter: $filter) { facets {
          topics(first: 100) { value label count } repositoryHosts { value label count }
          years { value label count } digests { value label count }
        } } }`,
        variables,
      )
    ).search.facets;

  it.each([
    ['loss landscape', undefined],
    ['Random Teachers are Good Teachers', undefined],
    ['https://github.com/safelix/dinopl', undefined],
    ['optimization', { hasRepository: true }],
  ])('of %j counts what the search finds with the value as a filter', async (query, filter) => {
    const facets = await facetsOf({ query, filter });
    const asFilter: Record<string, (value: string) => object> = {
      topics: (value) => ({ topics: { any: [value] } }),
      repositoryHosts: (repositoryHost) => ({ repositoryHost }),
      years: (year) => ({ firstSeenOn: { from: `${year}-01-01`, to: `${year}-12-31` } }),
      digests: (digest) => ({ digest }),
    };
    for (const [name, filterBy] of Object.entries(asFilter)) {
      expect(facets[name]?.length).toBeGreaterThan(0);
      for (const { value, count } of facets[name] ?? []) {
        const { totalCount } = await page({ query, filter: { ...filter, ...filterBy(value) } });
        expect([name, value, totalCount]).toEqual([name, value, count]);
      }
    }
  });

  it('has as many values as are asked for, the most frequent first', async () => {
    const { search } = await api.query('{ search(query: "loss") { facets { topics(first: 3) { label count } } } }');
    expect(search.facets.topics).toHaveLength(3);
    const counts = search.facets.topics.map(({ count }: Facet) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const { errors } = await api.send('{ search(query: "loss") { facets { topics(first: 101) { value } } } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

describe('the number of SQL statements of a search', () => {
  const NODES = 'nodes { ... on Paper { id title } ... on Topic { id } ... on Repository { id } }';
  it.each([
    ['a page of papers', `search(query: "topo loss landscape", types: [PAPER], first: $n) { ${NODES} }`, 8],
    ['a page of all types', `search(query: "topo loss landscape", first: $n) { ${NODES} }`, 10],
    [
      'a page with highlights',
      'search(query: "topo loss landscape", first: $n) { edges { highlights { fragment } } }',
      10,
    ],
    ['a page with a prefix', `search(query: "topo*", first: $n) { ${NODES} }`, 11],
    ['a page and its total', `search(query: "topo loss landscape", first: $n) { totalCount ${NODES} }`, 10],
    [
      'a page and its facets',
      `search(query: "topo loss landscape", first: $n) { ${NODES} facets { topics { count } repositoryHosts { count } years { count } digests { count } } }`,
      14,
    ],
    [
      'a page and a suggestion that is not needed',
      `search(query: "topo loss landscape", first: $n) { ${NODES} suggestion }`,
      11,
    ],
    ['a question without a word', `search(query: "?", first: $n) { totalCount ${NODES} }`, 1],
  ])('is the same for %s of any length', async (_, field, expected) => {
    // All three types are among them.
    for (const n of [30, 50]) {
      const { statements } = await api.log.during(() => api.query(`{ ${field.replace('$n', String(n))} }`));
      expect(statements).toHaveLength(expected);
    }
  });
});
