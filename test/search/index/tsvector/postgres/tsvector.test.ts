import { entryOf } from '../../../../../src/search/index/index-entry';
import { searchIndexOf } from '../../../../../src/search/index/search-index-of';
import type { LoggedStatement } from '../../../../support/statement-log';
import { openStore, type TestStore } from '../../../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

async function docsFor(...phrases: string[][]): Promise<number[]> {
  const postings = await searchIndexOf(store.reader).readPostings(store.reader, phrases);
  return [...new Set(postings.flatMap(({ docs }) => docs))];
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
    const { logged } = await store.log.during(() =>
      index.readPostings(store.reader, [['number17'], ['t49', 't50'], ['t7']]),
    );
    const { text, parameters } = logged[0] as LoggedStatement;
    const plan: { 'QUERY PLAN': string }[] = await store.reader.query(`explain ${text}`, parameters);
    const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toContain('search_entry_by_term');
    expect(steps).not.toContain('Seq Scan on search_entry');
  });
});
