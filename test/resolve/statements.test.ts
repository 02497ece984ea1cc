import { startSeededApi, type TestApi } from '../support/api';
import { queryPlan } from '../support/query-plan';
import type { LoggedStatement } from '../support/statement-log';
import { engine } from '../support/store';

let api: TestApi;

beforeAll(async () => {
  // What is counted is what an answer takes that has to be made.
  api = await startSeededApi({ ANSWER_CACHE_BYTES: '0' });
});
afterAll(() => api.close());

/**
 * Operations and the number of SQL statements that each may take, whatever the length of the pages; fewer on PostgreSQL, where
 * relations are folded into the statement of their parents.
 */
const operations: [name: string, operation: string, statements: number, folded?: number][] = [
  ['papers', '{ papers(first: $n) { nodes { id title } } }', 1],
  ['papers and their total', '{ papers(first: $n) { nodes { slug } totalCount } }', 2],
  ['the total of papers alone', '{ papers(first: $n) { totalCount } }', 1],
  [
    'papers → topics with evidence',
    '{ papers(first: $n) { nodes { topics { edges { score evidence { text } node { slug } } } } } }',
    2,
    1,
  ],
  [
    'papers → topics, repositories, links, digests',
    '{ papers(first: $n) { nodes { topics { nodes { slug } } repositories { nodes { url } } links { url } digests { edges { rank } } } } }',
    5,
    1,
  ],
  [
    'papers → repositories → link → repository',
    '{ papers(first: $n, filter: {hasRepository: true}) { nodes { repositories { edges { link { repository { url } } } } } } }',
    4,
    3,
  ],
  [
    'topics → papers → repositories',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { papers(first: 3) { nodes { repositories { nodes { url } } } } } } }',
    3,
    1,
  ],
  [
    'topics → papers → repositories → papers, with every total',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { totalCount nodes { papers(first: 2) { totalCount nodes { repositories(first: 2) { totalCount nodes { papers(first: 1) { totalCount nodes { id } } } } } } } } }',
    6,
    4,
  ],
  [
    'topics → parent, ancestors, children, count',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { paperCount parent { slug } ancestors { slug } children { nodes { slug } } } } }',
    4,
    3,
  ],
  [
    'topics → co-occurring topics',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { coOccurringTopics(first: 3) { edges { lift node { slug } } } } } }',
    2,
  ],
  [
    'topics → papers → via',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { papers(first: 3) { edges { via { slug } score } } } } }',
    3,
    2,
  ],
  [
    'digests → neighbours, papers, topics',
    '{ digests(first: $n) { nodes { previous { slug } next { slug } papers { edges { rank movement previousRank } } topics { edges { digestPaperCount } } } } }',
    4,
  ],
  ['digests → new papers', '{ digests(first: $n) { nodes { title newPaperCount } } }', 2],
  [
    'repositories → papers → link',
    '{ repositories(first: $n) { nodes { papers { edges { link { urlAsWritten } node { slug } } } } } }',
    3,
  ],
  [
    'topics → papers by title',
    '{ topics(first: $n, orderBy: {field: PAPER_COUNT}) { nodes { papers(first: 3, orderBy: {field: TITLE}) { nodes { slug } } } } }',
    4,
  ],
  ['the corpus, asked twice', '{ a: corpus { version } b: corpus { paperCount } }', 1],
];

describe('the number of SQL statements', () => {
  it.each(operations)(
    'of %s does not depend on the length of the page',
    async (_, operation, expected, folded = expected) => {
      for (const n of [10, 50]) {
        const { statements } = await api.log.during(() => api.query(operation.replaceAll('$n', String(n))));
        expect(statements).toHaveLength(engine === 'postgres' ? folded : expected);
      }
    },
  );

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

/** Lists that grow with the corpus, and how often the rows of a page may be put in order once they are known. */
const lists: [name: string, operation: string, sorts: number][] = [
  ['papers', '{ papers($page) { nodes { id } } }', 0],
  ['papers, oldest first', '{ papers($page, orderBy: { field: FIRST_SEEN_ON, direction: ASC }) { nodes { id } } }', 0],
  ['papers by title', '{ papers($page, orderBy: { field: TITLE }) { nodes { id } } }', 0],
  ['papers by trend', '{ papers($page, orderBy: { field: TRENDING }) { nodes { id } } }', 0],
  [
    'papers of any of two topics',
    '{ papers($page, filter: { topics: { any: ["optimization", "graph-neural-networks"] } }) { nodes { id } } }',
    0,
  ],
  [
    'papers of two topics',
    '{ papers($page, filter: { topics: { all: ["optimization", "graph-neural-networks"] } }) { nodes { id } } }',
    0,
  ],
  ['papers without a topic', '{ papers($page, filter: { topics: { none: ["optimization"] } }) { nodes { id } } }', 0],
  ['papers with code', '{ papers($page, filter: { hasRepository: true }) { nodes { id } } }', 0],
  ['papers without code', '{ papers($page, filter: { hasRepository: false }) { nodes { id } } }', 0],
  ['papers with code on a host', '{ papers($page, filter: { repositoryHost: "github.com" }) { nodes { id } } }', 0],
  [
    'papers of a repository, filtered',
    '{ papers($page, filter: { repository: "github.com/fiveai/LAME" }) { nodes { id } } }',
    0,
  ],
  ['papers with links', '{ papers($page, filter: { linkKinds: [DATASET, MODEL] }) { nodes { id } } }', 0],
  ['papers with code that is there', '{ papers($page, filter: { availability: AVAILABLE }) { nodes { id } } }', 0],
  [
    'papers much about a topic',
    '{ papers($page, filter: { topics: { any: ["optimization"] }, minTopicScore: 0.7 }) { nodes { id } } }',
    0,
  ],
  ['papers since a day', '{ papers($page, filter: { firstSeenOn: { from: "2025-03-01" } }) { nodes { id } } }', 0],
  [
    'papers with code, by trend',
    '{ papers($page, filter: { hasRepository: true }, orderBy: { field: TRENDING }) { nodes { id } } }',
    0,
  ],
  ['papers of a topic', '{ topic(slug: "optimization") { papers($page) { nodes { id } } } }', 1],
  [
    'papers of a large topic by title',
    '{ topic(slug: "optimization") { papers(first: 3, orderBy: { field: TITLE }) { nodes { id } } } }',
    1,
  ],
  [
    'papers of a large topic by trend, from the end',
    '{ topic(slug: "optimization") { papers(last: 3, orderBy: { field: TRENDING }) { nodes { id } } } }',
    1,
  ],
  [
    'papers of a topic since a day',
    '{ topic(slug: "optimization") { papers($page, filter: { firstSeenOn: { from: "2025-03-01" } }) { nodes { id } } } }',
    1,
  ],
  [
    'own papers of a topic',
    '{ topic(slug: "optimization") { papers($page, includeDescendants: false) { nodes { id } } } }',
    1,
  ],
  [
    'papers of a topic with code',
    '{ topic(slug: "optimization") { papers($page, filter: { hasRepository: true }) { nodes { id } } } }',
    1,
  ],
  ['papers of a repository', '{ repository(owner: "safelix", name: "dinopl") { papers($page) { nodes { id } } } }', 1],
  ['papers of a digest', '{ digest(slug: "2025-03-11") { papers($page) { nodes { id } } } }', 1],
  ['repositories', '{ repositories($page) { nodes { id } } }', 0],
  ['repositories by papers', '{ repositories($page, orderBy: { field: PAPER_COUNT }) { nodes { id } } }', 0],
  [
    'repositories by papers, fewest first',
    '{ repositories($page, orderBy: { field: PAPER_COUNT, direction: ASC }) { nodes { id } } }',
    0,
  ],
  ['digests', '{ digests($page) { nodes { id } } }', 0],
  ['digests of a time', '{ digests($page, filter: { date: { from: "2025-03-01" } }) { nodes { id } } }', 0],
];

describe('long columns', () => {
  it('are read where they are asked for, through fragments and under other names', async () => {
    const { answer, statements } = await api.log.during(() =>
      api.query(`{ papers(first: 1) { ...Page } }
        fragment Page on PaperConnection { all: edges { ...Item } }
        fragment Item on PaperEdge { it: node { ... on Paper { text: abstract } } }`),
    );
    expect(answer.papers.all[0].it.text).toMatch(/\w/);
    expect(statements.at(-1)).toContain('p.abstract');
  });

  it.each(['excerpt', 'plainAbstract'])('are read for what is made of them: %s', async (field) => {
    const { answer, statements } = await api.log.during(() =>
      api.query(`{ papers(first: 1) { edges { node { ...Text } } } } fragment Text on Paper { text: ${field} }`),
    );
    expect(answer.papers.edges[0].node.text).toMatch(/\w/);
    expect(statements.at(-1)).toContain('p.abstract');
  });

  it('are left unread where they are not', async () => {
    const { statements } = await api.log.during(() =>
      api.query('{ papers(first: 1) { nodes { title topics { nodes { name } } } } }'),
    );
    expect(statements).toHaveLength(engine === 'postgres' ? 1 : 2);
    expect(statements.join()).not.toMatch(/abstract|authors|description|aliases|evidence/);
  });
});

describe('query plans', () => {
  it.each(lists)(
    'of %s walk an index and sort nothing larger than the page, in both directions',
    async (_, operation, most) => {
      for (const page of ['first: 20', 'last: 20']) {
        const { logged } = await api.log.during(() => api.query(operation.replace('$page', page)));
        const { scans, sorts } = await queryPlan(api, logged.at(-1) as LoggedStatement);
        expect(scans).toEqual([]);
        expect(sorts).toBeLessThanOrEqual(most);
      }
    },
  );

  it.each([
    ['DESC', /count_key.*key.*>/],
    ['ASC', /paper_count.*key.*>/],
  ])('of repositories by papers enter an index among those with as many papers: %s', async (direction, condition) => {
    const repositories = (after: string | null) =>
      api.query(
        `query ($after: String) {
          repositories(first: 5, after: $after, orderBy: { field: PAPER_COUNT, direction: ${direction} }) { pageInfo { endCursor } }
        }`,
        { after },
      );
    const first = await repositories(null);
    const { logged } = await api.log.during(() => repositories(first.repositories.pageInfo.endCursor));
    const { entered } = await queryPlan(api, logged.at(-1) as LoggedStatement);
    expect(entered).toEqual([expect.stringMatching(condition)]);
  });

  it.each([
    ['papers', '{ papers(last: 20, filter: $since) { nodes { id } } }'],
    ['papers of a topic', '{ topic(slug: "optimization") { papers(last: 20, filter: $since) { nodes { id } } } }'],
  ])('of %s since a day, from the end, begin at that day', async (_, operation) => {
    const { logged } = await api.log.during(() =>
      api.query(operation.replace('$since', '{ firstSeenOn: { from: "2025-03-01" } }')),
    );
    const { entered } = await queryPlan(api, logged.at(-1) as LoggedStatement);
    expect(entered).toContainEqual(expect.stringMatching(/first_seen_key.*>/));
  });

  it.each([
    ['papers of a topic', '{ topic(slug: "optimization") { papers(first: 5) { nodes { id } } } }', 'first_seen_key'],
    [
      'papers of a repository',
      '{ repository(owner: "jmlipman", name: "TopoMortar") { papers(first: 5) { nodes { id } } } }',
      'paper_id',
    ],
    [
      'topics of a topic',
      '{ topic(slug: "optimization") { coOccurringTopics(first: 5) { nodes { id } } } }',
      'other_id',
    ],
  ])('of %s look up the rows of the page alone', async (_, operation, member) => {
    const { logged } = await api.log.during(() => api.query(operation));
    const { entered } = await queryPlan(api, logged.at(-1) as LoggedStatement);
    // SQLite finds the page first, then looks it up; PostgreSQL reads it as it finds it.
    const found = { sqlite: new RegExp(`=\\? AND ${member}=\\?`), postgres: /(topic|repository)_id = / }[api.engine];
    expect(entered).toContainEqual(expect.stringMatching(found));
  });

  it('of changes behind a cursor enter the log at that place', async () => {
    const { changes } = await api.query('{ changes(first: 1) { pageInfo { endCursor } } }');
    const { logged } = await api.log.during(() =>
      api.query('query ($after: String) { changes(first: 20, after: $after) { nodes { action } } }', {
        after: changes.pageInfo.endCursor,
      }),
    );
    expect(await queryPlan(api, logged.at(-1) as LoggedStatement)).toMatchObject({ scans: [], sorts: 0 });
  });
});
