import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { countHits, readHits } from '../../../src/search/answer/search';
import { entryOf } from '../../../src/search/index/index-entry';
import { searchIndexOf } from '../../../src/search/index/search-index-of';
import { checkSearchIndex, SEARCH_RULES } from '../../../src/search/index/upkeep/check-search-index';
import { indexText } from '../../../src/search/index/upkeep/index-text';
import { prepareSearch } from '../../../src/search/rank/prepare-search';
import { SHIPPED_DIGEST } from '../../../src/seeds';
import { abstractWith, digestText } from '../../support/digest-text';
import { engine, openSeededStore, openStore, type TestStore } from '../../support/store';
import { contentsOf, damages } from '../index-contents';
import { scoreQuery } from '../score-query';

let store: TestStore;
beforeEach(async () => {
  store = await openSeededStore();
});
afterEach(() => store.close());

/** Words that the shipped digest may lack. */
const EVERY_KIND_OF_WORD = `CNNs LLM's ReLUs cnns h100s analyses matrices criteria formulae children bases Łódź Straße
  H\\"older {\\'e} \\v{C}ech \\L{}ojasiewicz C++ C# .NET A* RRT$^*$ R^2 R² SimCLR++ 潮汐 ひらがな 한국어 α tumour non-convex`;

/** What the index holds, and what it would hold if it were made anew. */
async function heldAndDue(): Promise<[unknown[], unknown[]]> {
  const held = await contentsOf(store);
  await store.writer.query('update search_state set rules = -1');
  expect(await checkSearchIndex(store)).toBe(true);
  return [held, await contentsOf(store)];
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
    await expectInStep();
  });

  it('follows papers and repositories that come, change and go', async () => {
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
    const search = await prepareSearch(store.reader, '"gadget" OR "gizmo"', ['PAPER', 'REPOSITORY'], {});
    expect(await countHits(store.reader, search)).toBe(0);
  });

  it('gives the same scores after changes and rebuilding as when it was made at once', async () => {
    const scores = async (of: TestStore) => {
      const search = await prepareSearch(of.reader, 'domain generalization with unlabeled data', ['PAPER'], {});
      const window = { limit: 50, after: null, before: null, backwards: false };
      const { items } = await readHits(of.reader, search, window);
      return items.map(({ row, position }) => [row.__typename === 'Paper' && row.slug, position[0]]);
    };
    const last = page(entry('Gizmos', 'They generalize to any domain.'));
    for (const text of [page(entry('Gadgets', 'Some other text on domains.'), entry('Gizmos', 'One.')), last]) {
      await store.importText('2025-03-12.txt', text);
    }
    await heldAndDue();
    const fresh = await openSeededStore();
    await fresh.importText('2025-03-12.txt', last);
    expect(await scores(store)).toEqual(await scores(fresh));
    await fresh.close();
  });

  it('gives a score to all that it finds where one phrase is required and another excluded', async () => {
    const empty = await openStore();
    const index = searchIndexOf(empty.reader);
    await empty.write((db) =>
      index.addEntries(db, [
        entryOf(40_000, { title: ['é'], body: [], more: ['b'] }),
        entryOf(40_004, { title: [], body: ['d'], more: [] }),
      ]),
    );
    const required = [{ text: '"b é" OR d', phrases: [['b', 'é'], ['d']] }];
    const query = { wanted: [], required, excluded: [['zz']], pairs: [], prefixes: [], times: new Map() };
    const hits = await scoreQuery(empty.reader, query, ['PAPER']);
    expect(hits.map(({ doc }) => doc)).toEqual([40_004]);
    expect(hits[0]?.score).toBeGreaterThan(0.1);
    await empty.close();
  });

  it('is left as it was by an import that fails', async () => {
    const before = await contentsOf(store);
    await expect(store.importText('2025-03-13.txt', 'no digest at all')).rejects.toThrow();
    expect(await contentsOf(store)).toEqual(before);
  });
});

describe('the rules of the search index', () => {
  it('are those that give these terms: where the fingerprint changes, SEARCH_RULES is to be raised', () => {
    const text = readFileSync(SHIPPED_DIGEST, 'utf8') + EVERY_KIND_OF_WORD;
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(indexText(text, text)))
      .digest('hex')
      .slice(0, 16);
    expect([SEARCH_RULES, fingerprint]).toEqual([6, '5764ec299911e78e']);
  });
});

describe('the check of the search index', () => {
  it('finds nothing to do when all is well', async () => {
    await checkSearchIndex(store);
    expect(await checkSearchIndex(store)).toBe(false);
  });

  it('remembers words anew when it is of other rules, as they have other terms then', async () => {
    const words = () => store.writer.query('select word, term from search_word order by word');
    const right = await words();
    await store.writer.query("update search_word set term = 'stale'");
    await store.writer.query('update search_state set rules = 0');
    expect(await checkSearchIndex(store)).toBe(true);
    expect(await words()).toEqual(right);
  });

  it.each([...damages[engine], ['it is of other rules', 'update search_state set rules = 0']])(
    'makes it anew when %s',
    async (_, damage) => {
      await checkSearchIndex(store);
      const right = await contentsOf(store);
      await store.writer.query(damage);
      expect(await checkSearchIndex(store)).toBe(true);
      expect(await contentsOf(store)).toEqual(right);
      expect(await checkSearchIndex(store)).toBe(false);
    },
  );
});
