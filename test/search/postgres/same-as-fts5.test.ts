import fc from 'fast-check';
import type { PaperFilter } from '../../../src/lists/filter/paper-filter';
import { readFacet } from '../../../src/search/answer/facets';
import type { Found } from '../../../src/search/answer/read-nodes';
import { countHits, readHits } from '../../../src/search/answer/search';
import { docOf, type SearchType } from '../../../src/search/documents';
import { entryOf, type IndexEntry } from '../../../src/search/index/index-entry';
import { searchIndexOf } from '../../../src/search/index/search-index-of';
import type { SearchQuery } from '../../../src/search/query/parse-query';
import { prepareSearch } from '../../../src/search/rank/prepare-search';
import { suggest } from '../../../src/search/suggest/suggest';
import { run } from '../../../src/store/sql';
import type { Store } from '../../../src/store/store';
import { createDatabase, openSeededStore, openUpToDate, type TestStore } from '../../support/store';
import judged from '../judged-queries.json';

const ALL: readonly SearchType[] = ['PAPER', 'TOPIC', 'REPOSITORY'];

let postgres: TestStore;
let sqlite: Store;
let file: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  postgres = await openSeededStore();
  file = await createDatabase('sqlite', 'digest');
  sqlite = await openUpToDate(file.url);
});
afterAll(async () => {
  await sqlite.close();
  await file.drop();
  await postgres.close();
});

/** What a caller gets to see of a row, without ids that are a store's own. */
function nameOf(row: Found): string {
  switch (row.__typename) {
    case 'Paper':
      return `paper ${row.slug}`;
    case 'Topic':
      return `topic ${row.slug}`;
    case 'Repository':
      return `repository ${row.host}/${row.owner}/${row.name}`;
  }
}

async function answerOf(store: Store, text: string, types: readonly SearchType[], filter: PaperFilter) {
  const db = store.reader;
  const search = await prepareSearch(db, text, types, filter);
  const { items } = await readHits(db, search, { limit: 1000, after: null, before: null, backwards: false });
  const latest = await readHits(
    db,
    search,
    { limit: 30, after: null, before: null, backwards: false },
    { field: 'FIRST_SEEN_ON', direction: 'DESC' },
  );
  return {
    latest: latest.items.map(({ row }) => nameOf(row)),
    hits: items.map(({ row, position }) => [nameOf(row), row.score, position[0]]),
    count: await countHits(db, search),
    topics: await readFacet(db, search, 'topics', 100),
    suggestion: await suggest(db, text),
  };
}

async function expectSame(text: string, types: readonly SearchType[] = ALL, filter: PaperFilter = {}): Promise<void> {
  const [one, other] = await Promise.all([sqlite, postgres].map((store) => answerOf(store, text, types, filter)));
  expect(one?.hits).toHaveLength(one?.count ?? 0);
  expect(other).toEqual(one);
}

describe('PostgreSQL gives the hits, scores to six decimals, order, counts, facets and suggestions of FTS5', () => {
  it.each(judged.map(({ query }) => query))('for %j', async (query) => {
    await expectSame(query);
    await expectSame(query, ['PAPER']);
  });

  it.each([
    '"loss landscape"',
    '"loss landscape" -mode',
    '"loss landscape" loss landscape networks',
    '"neural collapse" OR "persistence barcodes" topology',
    'network -"neural networks" -loss',
    '"the loss" OR landscape "of"',
    'topo*',
    'topo* seg* "of the"',
    'non-convex optimization',
    '深度学习 loss',
    '潮汐预测',
    'CNNs OR "matrices" C++ R^2',
    'loss AND landscape',
    'learning NOT "neural networks"',
    "Fr\\'echet A* .NET",
    '"an unclosed phrase',
    'to be or not to be',
    'hesian alignmnet',
    'https://github.com/duntrain/topo',
    'Domain generalization',
    'safelix/dinopl',
    'and of the in to a for we is that',
  ])('for %j', async (query) => {
    await expectSame(query);
    for (const type of ALL) await expectSame(query, [type]);
    await expectSame(query, ALL, { hasRepository: true });
    await expectSame(query, ALL, { topics: { any: ['optimization'], includeDescendants: true } });
  });

  it('for pasted abstracts', async () => {
    const papers: { abstract: string }[] = await postgres.reader.query('select abstract from paper order by slug');
    const text = papers.map(({ abstract }) => abstract).join('\n');
    for (const length of [500, 2_500, 10_000]) await expectSame(text.slice(0, length));
  });

  it('for every title', async () => {
    const papers: { title: string }[] = await postgres.reader.query('select title from paper');
    for (const { title } of papers) await expectSame(title);
  });
});

const word = fc.constantFrom('a', 'b', 'c', 'd', 'é', '深', 'rare');
const field = fc.array(word, { maxLength: 12 });
const texts = fc.array(fc.record({ title: field, body: field, more: field }), { minLength: 1, maxLength: 12 });
const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
const phrases = fc.array(phrase, { maxLength: 3 });
const query: fc.Arbitrary<SearchQuery> = fc
  .record({
    wanted: phrases,
    required: fc.array(
      fc.record({ text: fc.constant(''), phrases: fc.array(phrase, { minLength: 1, maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    excluded: fc.array(phrase, { maxLength: 1 }),
    pairs: fc.array(fc.tuple(word, word), { maxLength: 2 }),
    prefixes: fc.constant([]),
  })
  .filter(({ wanted, required }) => wanted.length + required.length > 0);
const types = fc.subarray([...ALL], { minLength: 1 });

describe('the index of PostgreSQL', () => {
  it('scores as FTS5 whatever the texts and the query', async () => {
    const scoresOf = async (store: Store, entries: readonly IndexEntry[], asked: SearchQuery, of: SearchType[]) => {
      const index = searchIndexOf(store.writer.manager);
      await store.write(async (db) => {
        await index.clear(db);
        await index.addEntries(db, [...entries, entryOf(400, { title: ['a', 'b'], body: ['c'], more: [] })]);
        await index.removeEntries(db, [400, 404]);
      });
      const rows = await run<{ doc: number; score: number }>(store.reader, index.scoredDocs(asked, of));
      const matched = await run<{ doc: number }>(store.reader, index.matchedDocs(asked, of));
      expect(new Set(rows.map(({ doc }) => doc))).toEqual(new Set(matched.map(({ doc }) => doc)));
      return new Map(rows.map(({ doc, score }) => [doc, score]));
    };
    await fc.assert(
      fc.asyncProperty(texts, query, types, async (all, asked, of) => {
        const entries = all.map((fields, pk) => entryOf(docOf(ALL[pk % ALL.length] as SearchType, pk), fields));
        const expected = await scoresOf(sqlite, entries, asked, of);
        const scores = await scoresOf(postgres, entries, asked, of);
        expect([...scores.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [doc, score] of expected) expect(scores.get(doc)).toBeCloseTo(score, 9);
      }),
      { numRuns: 200 },
    );
  });
});
