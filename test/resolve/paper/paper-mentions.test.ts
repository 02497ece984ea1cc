import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { queryPlan } from '../../support/query-plan';
import type { LoggedStatement } from '../../support/statement-log';
import { engine } from '../../support/store';

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi();
  await api.importText(
    '2025-03-12.txt',
    digestText('Mar 12', [
      ['Widgets Age', abstractWith('They may be counted by federated learning.')],
      ['On Federated Learning', abstractWith('We count widgets by federated learning and graph neural networks.')],
      ['Widgets and Winters', abstractWith('Some are counted without any learning.')],
    ]),
  );
});
afterAll(() => api.close());

interface TopicEdge {
  score: number;
  standing: string;
  evidence: { text: string }[];
  node: { slug: string };
}

async function topicsOf(slug: string, args = ''): Promise<{ totalCount: number; edges: TopicEdge[] }> {
  const { paper } = await api.query(
    `{ paper(by: { slug: "${slug}" }) { topics${args} { totalCount edges { score standing evidence { text } node { slug } } } } }`,
  );
  return paper.topics;
}

const slugsOf = ({ edges }: { edges: TopicEdge[] }): string[] => edges.map(({ node }) => node.slug);

describe('the topics of a paper', () => {
  it('are what it is about, unless a lower score is asked for', async () => {
    expect(await topicsOf('widgets-age')).toEqual({ totalCount: 0, edges: [] });
    const { totalCount, edges } = await topicsOf('widgets-age', '(minScore: 0.2)');
    expect(totalCount).toBe(1);
    expect(edges).toMatchObject([
      { standing: 'MENTIONED', evidence: [{ text: 'federated learning' }], node: { slug: 'federated-learning' } },
    ]);
    expect(edges[0]?.score).toBeGreaterThanOrEqual(0.2);
    expect(edges[0]?.score).toBeLessThan(0.4);
  });

  it('say of each what it is to the paper, best score first', async () => {
    const all = await topicsOf('on-federated-learning', '(minScore: 0)');
    expect(all.edges.map(({ standing, node }) => [node.slug, standing])).toEqual([
      ['federated-learning', 'ABOUT'],
      ['graph-neural-networks', 'MENTIONED'],
    ]);
    expect(slugsOf(await topicsOf('on-federated-learning', '(minScore: 0.4)'))).toEqual(['federated-learning']);
    expect(await topicsOf('on-federated-learning')).toEqual(await topicsOf('on-federated-learning', '(minScore: 0.4)'));
    const score = all.edges[1]?.score ?? 0;
    expect(slugsOf(await topicsOf('on-federated-learning', `(minScore: ${score})`))).toHaveLength(2);
    expect(slugsOf(await topicsOf('on-federated-learning', `(minScore: ${score + 0.001})`))).toHaveLength(1);
  });

  it('are paged through with their mentions', async () => {
    const one = '{ paper(by: { slug: "on-federated-learning" }) { topics(minScore: 0.2, first: 1) {';
    const { paper } = await api.query(`${one} pageInfo { endCursor hasNextPage } } } }`);
    expect(paper.topics.pageInfo.hasNextPage).toBe(true);
    const after = await topicsOf(
      'on-federated-learning',
      `(minScore: 0.2, first: 1, after: "${paper.topics.pageInfo.endCursor}")`,
    );
    expect(slugsOf(after)).toEqual(['graph-neural-networks']);
  });

  it('are read for all papers in one statement, by index', async () => {
    const { logged } = await api.log.during(() =>
      api.query('{ papers(first: 5) { nodes { topics(minScore: 0.2) { edges { score standing node { slug } } } } } }'),
    );
    expect(logged).toHaveLength(engine === 'postgres' ? 1 : 2);
    expect(await queryPlan(api, logged.at(-1) as LoggedStatement)).toMatchObject({ scans: [] });
  });
});

/** Slugs of this test's papers that a filter leaves, and how many papers it leaves of all. */
async function thatFit(filter: string): Promise<string[]> {
  const { papers } = await api.query(`{ papers(first: 100, filter: { ${filter} }) { nodes { slug } } }`);
  const { papers: counted } = await api.query(`{ papers(filter: { ${filter} }) { totalCount } }`);
  const slugs = papers.nodes.map(({ slug }: { slug: string }) => slug);
  expect(counted.totalCount).toBe(slugs.length);
  return slugs.filter((slug: string) => ['widgets-age', 'on-federated-learning', 'widgets-and-winters'].includes(slug));
}

describe('a topic that papers only mention', () => {
  it.each([
    ['topics: { any: ["federated-learning"] }', ['on-federated-learning']],
    ['topics: { any: ["federated-learning"] }, minTopicScore: 0.4', ['on-federated-learning']],
    ['topics: { any: ["federated-learning"] }, minTopicScore: 0.2', ['on-federated-learning', 'widgets-age']],
    ['topics: { all: ["federated-learning", "graph-neural-networks"] }', []],
    ['topics: { all: ["federated-learning", "graph-neural-networks"] }, minTopicScore: 0.2', ['on-federated-learning']],
    ['topics: { any: ["privacy"] }', ['on-federated-learning']],
    ['topics: { any: ["privacy"] }, minTopicScore: 0.2', ['on-federated-learning', 'widgets-age']],
    ['topics: { any: ["privacy"], includeDescendants: false }, minTopicScore: 0.2', []],
    ['topics: { none: ["federated-learning"] }', ['widgets-age', 'widgets-and-winters']],
    ['topics: { none: ["federated-learning"] }, minTopicScore: 0.2', ['widgets-and-winters']],
    [
      'digest: "2025-03-12", topics: { any: ["federated-learning"] }, minTopicScore: 0.2',
      ['on-federated-learning', 'widgets-age'],
    ],
  ])('finds them where so low a score is asked for: {%s}', async (filter, slugs) => {
    expect((await thatFit(filter)).sort()).toEqual(slugs);
  });

  it('has them in a search and in a list of another topic as asked', async () => {
    const asked = 'filter: { topics: { any: ["federated-learning"] }, minTopicScore: 0.2 }';
    const { search, topic } = await api.query(`{
      search(query: "widgets age", types: [PAPER], ${asked}) { nodes { ... on Paper { slug } } }
      topic(slug: "privacy") { papers(${asked}) { totalCount nodes { slug } } }
    }`);
    expect(search.nodes).toContainEqual({ slug: 'widgets-age' });
    expect(topic.papers.nodes).not.toContainEqual({ slug: 'widgets-age' });
    expect(topic.papers.totalCount).toBe(topic.papers.nodes.length);
  });

  it('does not count them, nor list them, nor put them beside others', async () => {
    const { topic, digest } = await api.query(`{
      topic(slug: "graph-neural-networks") {
        paperCount papers(first: 100) { totalCount nodes { slug } } coOccurringTopics(first: 100) { nodes { slug } }
      }
      digest(slug: "2025-03-12") { topics { nodes { slug } } }
    }`);
    expect(topic.papers.nodes).not.toContainEqual({ slug: 'on-federated-learning' });
    expect(topic.papers.totalCount).toBe(topic.papers.nodes.length);
    expect(topic.paperCount).toBe(topic.papers.totalCount);
    expect(topic.coOccurringTopics.nodes).not.toContainEqual({ slug: 'federated-learning' });
    expect(digest.topics.nodes).not.toContainEqual({ slug: 'graph-neural-networks' });
  });
});

it('is forgotten with the words of the text', async () => {
  await api.importText('2025-03-12.txt', digestText('Mar 12', [['Widgets Age', abstractWith('They may be counted.')]]));
  expect(await topicsOf('widgets-age', '(minScore: 0.2)')).toEqual({ totalCount: 0, edges: [] });
  const [left] = await api.writer.query(
    `select count(*) as n from paper_mention m join paper p on p.id = m.paper_id where p.slug = 'widgets-age'`,
  );
  expect(Number(left.n)).toBe(0);
});
