import { entryOf } from '../../../../../src/search/index/index-entry';
import { searchIndexOf } from '../../../../../src/search/index/search-index-of';
import { run } from '../../../../../src/store/sql';
import { openStore, type TestStore } from '../../../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const wanting = (...wanted: string[][]) => ({ wanted, required: [], excluded: [], pairs: [], prefixes: [] });

async function docsFor(...phrases: string[][]): Promise<number[]> {
  const index = searchIndexOf(store.reader);
  const rows = await run<{ doc: number }>(store.reader, index.matchedDocs(wanting(...phrases), ['PAPER']));
  return rows.map(({ doc }) => doc);
}

async function addText(doc: number, body: readonly string[]): Promise<void> {
  const index = searchIndexOf(store.writer.manager);
  await store.write((db) => index.addEntries(db, [entryOf(doc, { title: [], body, more: [] })]));
}

describe('a text that is more than a tsvector holds', () => {
  it('is found by a word that it has ten thousand times', async () => {
    await addText(
      4000,
      Array.from({ length: 10_000 }, () => 'again'),
    );
    expect(await docsFor(['again'])).toEqual([4000]);
  });

  it('is found by its last word when it has a hundred thousand', async () => {
    await addText(4004, [...Array.from({ length: 100_000 }, (_, index) => `n${index % 1000}`), 'zlast']);
    expect(await docsFor(['zlast'])).toEqual([4004]);
  });

  it('is found by its first words when its different words are of a megabyte together', async () => {
    await addText(
      4008,
      Array.from({ length: 30_000 }, (_, index) => `w${index}${'字'.repeat(60)}`),
    );
    expect(await docsFor([`w0${'字'.repeat(60)}`, `w1${'字'.repeat(60)}`])).toEqual([4008]);
  });
});

describe('the index of terms', () => {
  it('is what a search goes through', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      entryOf(8000 + 4 * index, {
        title: [`number${index}`],
        body: Array.from({ length: 100 }, (_, place) => `t${(index * 7 + place * place) % 5000}`),
        more: [],
      }),
    );
    const index = searchIndexOf(store.writer.manager);
    await store.write((db) => index.addEntries(db, rows));
    await store.writer.query('analyze search_entry');
    const query = { ...wanting(['number17'], ['t49', 't50']), required: [{ text: 't7', phrases: [['t7']] }] };
    for (const statement of [index.matchedDocs(query, ['PAPER']), index.scoredDocs(query, ['PAPER'])]) {
      statement.strings[0] = `explain ${statement.strings[0]}`;
      const plan = (await run<{ 'QUERY PLAN': string }>(store.reader, statement)).map((row) => row['QUERY PLAN']);
      expect(plan.join('\n')).toContain('search_entry_by_term');
      expect(plan.join('\n')).not.toContain('Seq Scan on search_entry');
    }
  });
});
