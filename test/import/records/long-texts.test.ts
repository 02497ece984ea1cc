import { contents, wrongCounters } from '../../support/contents';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

/** Letters that nothing makes shorter, as databases do with those that repeat. */
const letters = (count: number): string =>
  Array.from({ length: count }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7_919) % 20_000))).join('');

const OTHER = { DOI: '10.5555/other', title: ['Another of the Same File'], type: 'book' };

/** Imports a work of Crossref before another one. */
async function importWork(members: object) {
  const work = { DOI: '10.5555/a', title: ['Widgets in the Wild'], type: 'book', ...members };
  const { records } = await store.importAny('works.json', JSON.stringify({ items: [work, OTHER] }, null, 1));
  return records;
}

describe('a record whose texts are longer than those of any paper', () => {
  it.each([
    ['title', { title: ['word '.repeat(300)] }, 'a title of at most 1,000 characters, got one with 1,499'],
    [
      'title in another script',
      { title: [letters(900)] },
      'a title whose slug has at most 2,000 bytes, got one with 2,700',
    ],
    ['abstract', { abstract: 'word '.repeat(20_000) }, 'an abstract of at most 50,000 characters, got one with 99,999'],
  ])('is told of: %s', async (_, members, expected) => {
    const done = await importWork(members);
    expect(done?.broken).toEqual([expect.stringMatching(new RegExp(`works\\.json:3: expected ${expected}$`))]);
    expect((await contents(store)).papers).toMatchObject([{ title: 'Another of the Same File' }]);
  });

  it.each([
    ['identifiers', { DOI: `10.5555/${letters(1_900)}` }],
    [
      'authors',
      {
        author: [
          { family: letters(20_000), given: 'A' },
          { family: 'word '.repeat(20_000), given: 'B' },
        ],
      },
    ],
    ['venues', { 'container-title': [letters(20_000)] }],
    ['keywords', { subject: [letters(20_000), 'word '.repeat(20_000)] }],
  ])('is kept where others are longer: %s', async (_, members) => {
    const done = await importWork(members);
    expect(done).toMatchObject({ broken: [], records: { added: 2 } });
    expect((await contents(store)).papers).toMatchObject([
      { title: 'Another of the Same File' },
      { title: 'Widgets in the Wild' },
    ]);
    expect(await wrongCounters(store)).toEqual([]);
    expect((await importWork(members))?.records).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('has no identifier that is longer than any', async () => {
    await store.importAny(
      'dblp.xml',
      `<dblp><article key="journals/x/${letters(1_000)}"><author>A B</author><title>Widgets in the Wild.</title></article></dblp>`,
    );
    const [paper] = (await contents(store)).records as { said: string }[];
    expect(JSON.parse(paper?.said as string).identifiers).toEqual([]);
  });
});
