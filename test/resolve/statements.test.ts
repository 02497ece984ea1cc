import { startApi, type TestApi } from '../support/api';
import { queryPlan } from '../support/query-plan';
import type { LoggedStatement } from '../support/statement-log';

let api: TestApi;

beforeAll(async () => {
  // What is counted is what an answer takes that has to be made.
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await api.seed();
});
afterAll(() => api.close());

/** Operations and the number of SQL statements that each may take, whatever the length of the pages. */
const operations: [name: string, operation: string, statements: number][] = [
  ['papers', '{ papers(first: $n) { nodes { id title } } }', 1],
  ['papers and their total', '{ papers(first: $n) { nodes { slug } totalCount } }', 2],
  ['the total of papers alone', '{ papers(first: $n) { totalCount } }', 1],
  [
    'papers → topics with evidence',
    '{ papers(first: $n) { nodes { topics { edges { score evidence { text } node { slug } } } } } }',
    2,
  ],
  [
    'papers → topics, repositories, links, digests',
    '{ papers(first: $n) { nodes { topics { nodes { slug } } repositories { nodes { url } } links { url } digests { edges { rank } } } } }',
    5,
  ],
  [
    'papers → repositories → link → repository',
    '{ papers(first: $n, filter: {hasRepository: true}) { nodes { repositories { edges { link { repository { url } } } } } } }',
    4,
  ],
  [
    'topics → papers → repositories',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { papers(first: 3) { nodes { repositories { nodes { url } } } } } } }',
    3,
  ],
  [
    'topics → papers → repositories → papers, with every total',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { totalCount nodes { papers(first: 2) { totalCount nodes { repositories(first: 2) { totalCount nodes { papers(first: 1) { totalCount nodes { id } } } } } } } } }',
    7,
  ],
  [
    'topics → parent, ancestors, children, count',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { paperCount parent { slug } ancestors { slug } children { nodes { slug } } } } }',
    4,
  ],
  [
    'topics → co-occurring topics',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { coOccurring(first: 3) { edges { lift node { slug } } } } } }',
    2,
  ],
  [
    'topics → papers → via',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { papers(first: 3) { edges { via { slug } score } } } } }',
    3,
  ],
  [
    'digests → neighbours, papers, topics',
    '{ digests(first: $n) { nodes { previous { slug } next { slug } papers { edges { rank isNew previousRank } } topics { edges { paperCount } } } } }',
    4,
  ],
  [
    'repositories → papers → link',
    '{ repositories(first: $n) { nodes { papers { edges { link { urlAsWritten } node { slug } } } } } }',
    3,
  ],
  ['the corpus, asked twice', '{ a: corpus { version } b: corpus { paperCount } }', 1],
];

describe('the number of SQL statements', () => {
  it.each(operations)('of %s does not depend on the length of the page', async (_, operation, expected) => {
    for (const n of [10, 50]) {
      const { statements } = await api.log.during(() => api.query(operation.replaceAll('$n', String(n))));
      expect(statements).toHaveLength(expected);
    }
  });

  it('of many ids is one for each type', async () => {
    const { papers, topics } = await api.query(
      '{ papers(first: 20) { nodes { id } } topics(first: 20) { nodes { id } } }',
    );
    const ids = [...papers.nodes, ...topics.nodes].map(({ id }: { id: string }) => id);
    const { statements, answer } = await api.log.during(() =>
      api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }),
    );
    expect(answer.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(statements).toHaveLength(2);
  });
});

describe('query plans', () => {
  it.each([
    ['papers', '{ papers(first: 20) { nodes { id } } }'],
    ['papers by title', '{ papers(orderBy: {field: TITLE}) { nodes { id } } }'],
    ['papers by trend', '{ papers(orderBy: {field: TRENDING}) { nodes { id } } }'],
    ['repositories', '{ repositories { nodes { id } } }'],
    ['digests', '{ digests { nodes { id } } }'],
    ['papers of a topic', '{ topic(slug: "optimization") { papers { nodes { id } } } }'],
    ['own papers of a topic', '{ topic(slug: "optimization") { papers(includeDescendants: false) { nodes { id } } } }'],
    ['papers of a repository', '{ repository(owner: "safelix", name: "dinopl") { papers { nodes { id } } } }'],
  ])('of %s walk an index and sort nothing larger than the page', async (_, operation) => {
    const { logged } = await api.log.during(() => api.query(operation));
    const { scans, sorts } = await queryPlan(api, logged.at(-1) as LoggedStatement);
    expect(scans).toEqual([]);
    // A page of many parents is put in order once its rows are known; nothing else is sorted.
    expect(sorts).toBeLessThanOrEqual(/^{ (topic|repository)\(/.test(operation) ? 1 : 0);
  });
});
