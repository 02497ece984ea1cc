import { readHits } from '../../src/search/answer/search';
import { prepareSearch } from '../../src/search/rank/prepare-search';
import { shippedWeights } from '../../src/seeds';
import { openSeededStore, type TestStore } from '../support/store';
import { measureQueries } from '../support/truth/judged-queries';

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

describe('the ranking', () => {
  it('finds what questions in other words mean: nDCG@10 of at least 0.94 over the judged queries', async () => {
    const figures = await measureQueries(titlesFor);
    expect(figures.queries).toBeGreaterThan(60);
    expect(figures.ndcg).toBeGreaterThan(0.94);
    // Hardly a question is without the paper that it means among the first three.
    expect(figures.lost.length).toBeLessThanOrEqual(3);
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
