import { readHits } from '../../../src/search/answer/search';
import { prepareSearch } from '../../../src/search/rank/prepare-search';
import { shippedWeights } from '../../../src/seeds';
import { startSeededApi, type TestApi } from '../../support/api';
import { digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

interface Scored {
  score: number;
  wordScore: number;
  vectorScore: number;
  node: { __typename: string; title?: string };
}

async function search(query: string, types = '[PAPER, TOPIC, REPOSITORY]'): Promise<Scored[]> {
  const data: { search: { edges: Scored[] } } = await api.query(
    `query ($query: String!) { search(query: $query, types: ${types}, first: 50) {
      edges { score wordScore vectorScore node { __typename ... on Paper { title } } } } }`,
    { query },
  );
  return data.search.edges;
}

describe('the score of a result', () => {
  it('is what its words add and what its vector adds', async () => {
    const edges = await search('flatness of minima found by stochastic gradient descent');
    expect(edges.length).toBeGreaterThan(10);
    for (const { score, wordScore, vectorScore } of edges) expect(score).toBeCloseTo(wordScore + vectorScore, 6);
    expect(edges.some(({ vectorScore }) => vectorScore > 0)).toBe(true);
  });

  it('has a vector in it for papers alone, and none where the vectors know no word of the query', async () => {
    for (const { node, vectorScore } of await search('loss landscape')) {
      if (node.__typename !== 'Paper') expect(vectorScore).toBe(0);
    }
    const named = await search('DINOPL', '[PAPER]');
    expect(named.length).toBeGreaterThan(0);
    for (const { vectorScore } of named) expect(vectorScore).toBe(0);
  });

  it('adds at most half of the best score by words, and leaves nothing out', async () => {
    const query = 'training neural networks on noisy labels';
    const edges = await search(query, '[PAPER]');
    const best = Math.max(...edges.map(({ wordScore }) => wordScore));
    for (const { vectorScore } of edges) expect(vectorScore).toBeLessThanOrEqual(best / 2);
    const byWords = await prepareSearch(api.reader, query, ['PAPER'], {});
    const window = { limit: 50, after: null, before: null, backwards: false };
    const { items } = await readHits(api.reader, byWords, window);
    expect(new Set(edges.map(({ node }) => node.title))).toEqual(
      new Set(items.map(({ row }) => (row.__typename === 'Paper' ? row.title : ''))),
    );
  });

  it('brings a text that says the same nearer to one that has a word more in common', async () => {
    await api.importText(
      '2025-04-02.txt',
      digestText('Apr 2', [
        ['Kites', 'Pruning weights makes networks small. Nothing is lost by removing parameters and connections.'],
        ['Boats', 'Compression of sails. A boat is small when folded, and a sail is light.'],
      ]),
    );
    const weights = shippedWeights().read();
    const placesBy = async (options: object) => {
      const prepared = await prepareSearch(api.reader, 'compression of small models', ['PAPER'], {}, options);
      const { items } = await readHits(api.reader, prepared, {
        limit: 100,
        after: null,
        before: null,
        backwards: false,
      });
      const titles = items.map(({ row }) => (row.__typename === 'Paper' ? row.title : ''));
      return { kites: titles.indexOf('Kites'), boats: titles.indexOf('Boats') };
    };
    const byWords = await placesBy({});
    const byBoth = await placesBy({ weights });
    expect(byWords.boats).toBeLessThan(byWords.kites);
    expect(byBoth.kites - byBoth.boats).toBeLessThan(byWords.kites - byWords.boats);
  });
});
