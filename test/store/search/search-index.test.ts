import { checkSearchIndex } from '../../../src/store/search/check-search-index';
import { prepareSearch, readHits } from '../../../src/store/search/search';
import { abstractWith, digestText } from '../../support/digest-text';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

/** Every occurrence of every term, as the index has it. */
async function occurrences(): Promise<unknown[]> {
  await store.dataSource.query(
    'create virtual table if not exists temp.occurrence using fts5vocab(main, search_index, instance)',
  );
  return store.dataSource.query('select term, doc, col, offset from occurrence order by term, doc, col, offset');
}

/** What the index holds, and what it would hold if it were made anew. */
async function heldAndDue(): Promise<[unknown[], unknown[]]> {
  const held = await occurrences();
  await store.dataSource.query('update search_state set rules = -1');
  expect(await checkSearchIndex(store.dataSource)).toBe(true);
  return [held, await occurrences()];
}

async function expectInStep(): Promise<void> {
  const [held, due] = await heldAndDue();
  expect(held.length).toBeGreaterThan(0);
  expect(held).toEqual(due);
}

const entry = (title: string, text: string) => [title, abstractWith(text)] as const;
const page = (...entries: (readonly [string, string])[]) => digestText('Mar 12', entries);

describe('the search index', () => {
  it('is in step after the shipped digest', async () => {
    await store.seed();
    await expectInStep();
  });

  it('follows papers and repositories that come, change and go', async () => {
    await store.seed();
    await store.importText(
      '2025-03-12.txt',
      page(
        entry('Gadgets', 'Code: https://github.com/Some/Gadgets.'),
        entry('Gizmos', 'See https://github.com/Some/Gizmos.'),
      ),
    );
    await store.importText(
      '2025-03-12.txt',
      page(entry('Gadgets', 'Code: https://github.com/some/gadgets and https://github.com/other/thing.')),
    );
    await expectInStep();
    await store.importText('2025-03-12.txt', page(entry('Sprockets', 'No code at all.')));
    await expectInStep();
    const left: unknown[] = await store.dataSource.query(
      `select 1 from search_index where search_index match '"gadget" OR "gizmo"'`,
    );
    expect(left).toEqual([]);
  });

  it('gives the same scores after changes and rebuilding as when it was made at once', async () => {
    const scores = async (of: TestStore) => {
      const search = await prepareSearch(
        of.dataSource.manager,
        'domain generalization with unlabeled data',
        ['PAPER'],
        {},
      );
      const window = { limit: 50, after: null, before: null, backwards: false };
      const { items } = await readHits(of.dataSource.manager, search, window);
      return items.map(({ row, position }) => [row.__typename === 'Paper' && row.slug, position[0]]);
    };
    const last = page(entry('Gizmos', 'They generalize to any domain.'));
    await store.seed();
    for (const text of [page(entry('Gadgets', 'Some other text on domains.'), entry('Gizmos', 'One.')), last]) {
      await store.importText('2025-03-12.txt', text);
    }
    await heldAndDue();
    const fresh = await openStore();
    await fresh.seed();
    await fresh.importText('2025-03-12.txt', last);
    expect(await scores(store)).toEqual(await scores(fresh));
    await fresh.close();
  });

  it('is left as it was by an import that fails', async () => {
    await store.seed();
    const before = await occurrences();
    await expect(store.importText('2025-03-13.txt', 'no digest at all')).rejects.toThrow();
    expect(await occurrences()).toEqual(before);
  });
});

describe('the check of the search index', () => {
  it('finds nothing to do when all is well', async () => {
    await store.seed();
    await checkSearchIndex(store.dataSource);
    expect(await checkSearchIndex(store.dataSource)).toBe(false);
  });

  it.each([
    ['a document is missing', 'delete from search_index where rowid = (select max(id) from search_index_docsize)'],
    ['a document is left over', `insert into search_index (rowid, title) values (4000000, 'ghost')`],
    ['it is of other rules', 'update search_state set rules = 0'],
  ])('makes it anew when %s', async (_, damage) => {
    await store.seed();
    await checkSearchIndex(store.dataSource);
    const right = await occurrences();
    await store.dataSource.query(damage);
    expect(await checkSearchIndex(store.dataSource)).toBe(true);
    expect(await occurrences()).toEqual(right);
    expect(await checkSearchIndex(store.dataSource)).toBe(false);
  });
});
