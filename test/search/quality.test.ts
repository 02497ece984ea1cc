import { readHits } from '../../src/search/answer/search';
import { prepareSearch } from '../../src/search/rank/prepare-search';
import { shippedWeights } from '../../src/seeds';
import { openSeededStore, type TestStore } from '../support/store';
import judged from './judged-queries.json';

/** Questions about the shipped papers in other words than theirs; 2 for the paper meant, 1 for one that is near it. */
const queries: { query: string; relevant: Record<string, number | undefined> }[] = judged;

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

async function titlesFor(query: string): Promise<string[]> {
  const db = store.reader;
  const search = await prepareSearch(db, query, ['PAPER'], {}, { weights: shippedWeights().read() });
  const page = await readHits(db, search, { limit: 10, after: null, before: null, backwards: false });
  return page.items.map(({ row }) => (row.__typename === 'Paper' ? row.title : ''));
}

/** Normalised discounted cumulative gain of the first ten: 1 when they stand in the best order. */
function ndcg(titles: readonly string[], relevant: Record<string, number | undefined>): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
  const best = Object.values(relevant).map((grade) => grade ?? 0);
  return gain(titles.map((title) => relevant[title] ?? 0)) / gain(best.sort((a, b) => b - a));
}

describe('the ranking', () => {
  it('finds what questions in other words mean: nDCG@10 of at least 0.94 over the judged queries', async () => {
    const scores = await Promise.all(
      queries.map(async ({ query, relevant }) => ndcg(await titlesFor(query), relevant)),
    );
    expect(scores.length).toBeGreaterThan(60);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThan(0.94);
  });

  it('leaves hardly a question without the paper that it means among the first three', async () => {
    const lost = await Promise.all(
      queries.map(async ({ query, relevant }) => {
        const first = (await titlesFor(query)).slice(0, 3);
        return first.some((title) => relevant[title] === 2) ? [] : [query];
      }),
    );
    expect(lost.flat().length).toBeLessThanOrEqual(3);
  });

  it('knows each paper by its title, with a word wrong or missing', async () => {
    const papers: { title: string }[] = await store.writer.query('select title from paper');
    for (const { title } of papers) {
      const words = title.split(' ');
      const damaged = [...words.slice(0, 1), 'zzzz', ...words.slice(2)].join(' ');
      expect((await titlesFor(title))[0]).toBe(title);
      if (words.length > 4) expect((await titlesFor(damaged))[0]).toBe(title);
    }
  });
});
