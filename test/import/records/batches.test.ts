import fc from 'fast-check';
import { importRecords, type RecordsImport } from '../../../src/import/records/import-records';
import { readRecords } from '../../../src/parse/records/read-records';
import { contents, wrongCounters } from '../../support/contents';
import { openStore, type TestStore } from '../../support/store';

const TITLES = ['Widgets in the Wild', 'Gadgets at Home', 'Gizmos and Their Uses'];
/** By which a file is known to be the same one. */
const ALWAYS = ['On the History of Gears', 'On the History of Levers', 'On the History of Pulleys'];

async function importTable(store: TestStore, titles: readonly string[], atATime: number): Promise<RecordsImport> {
  async function* pieces() {
    yield ['title,year', ...ALWAYS, ...titles].map((title, row) => (row === 0 ? title : `${title},2026`)).join('\n');
  }
  const file = await readRecords(pieces(), 'list.csv');
  return importRecords(store, store.factReader, 'list.csv', file, undefined, atATime);
}

const stored = (store: TestStore): Promise<{ number: number; title: string }[]> =>
  store.writer
    .query('select number, said from record order by number')
    .then((rows: { number: number; said: string }[]) =>
      rows.map(({ number, said }) => ({ number, title: JSON.parse(said).title.value })),
    );

describe('records that say the same in one file', () => {
  it.each([1, 2, 1_000])('are as many as it has, with %i a transaction', async (atATime) => {
    const store = await openStore();
    const { records } = await importTable(
      store,
      ['Widgets in the Wild', 'Gadgets at Home', 'Widgets in the Wild'],
      atATime,
    );
    expect(records.added).toBe(6);
    expect(await stored(store)).toHaveLength(6);
    await store.close();
  });
});

describe('what is stored of a file', () => {
  it('is what it has, however many records a transaction has, and stays when it comes again', async () => {
    const titles = fc.array(fc.constantFrom(...TITLES), { maxLength: 6 });
    // A file of several batches has a thread of its own to read it, which takes a second to start.
    const sizes = fc.constantFrom(1, 2, 3, 1_000, 1_000);
    await fc.assert(
      fc.asyncProperty(titles, titles, sizes, sizes, async (before, now, atATime, again) => {
        const store = await openStore();
        await importTable(store, before, 1_000);
        await importTable(store, now, atATime);
        expect(await stored(store)).toEqual([...ALWAYS, ...now].map((title, index) => ({ number: index + 1, title })));
        const [was, version] = [await contents(store), await store.writer.query('select version from corpus')];
        const { records } = await importTable(store, now, again);
        expect(records).toEqual({ added: 0, unchanged: ALWAYS.length + now.length, removed: 0 });
        expect(await contents(store)).toEqual(was);
        expect(await store.writer.query('select version from corpus')).toEqual(version);
        expect(await wrongCounters(store)).toEqual([]);
        await store.close();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
