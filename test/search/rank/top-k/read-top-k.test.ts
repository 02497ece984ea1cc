import sql from 'sql-template-tag';
import { type PaperFilter, paperConditions } from '../../../../src/lists/filter/paper-filter';
import { countRows } from '../../../../src/lists/paging/read-pages';
import { readFacet } from '../../../../src/search/answer/facets';
import { countHits, isComplete, readHits } from '../../../../src/search/answer/search';
import type { SearchType } from '../../../../src/search/documents';
import { prepareSearch } from '../../../../src/search/rank/prepare-search';
import type { Search } from '../../../../src/search/rank/prepared-search';
import { BOUNDS, type Bounds } from '../../../../src/search/rank/top-k/bounds';
import { abstractWith, digestText } from '../../../support/digest-text';
import { openSeededStore, type TestStore } from '../../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const ALL: readonly SearchType[] = ['PAPER', 'TOPIC', 'REPOSITORY'];
/** So narrow that words of the shipped digest are frequent. */
const NARROW: Bounds = { ...BOUNDS, visited: 20, listed: { PAPER: 12, TOPIC: 4, REPOSITORY: 4 } };
/** Nothing is left out, though not everything is weighed by the index itself. */
const WIDE_LIST: Bounds = { ...BOUNDS, visited: 0 };

interface Asked {
  types?: readonly SearchType[];
  filter?: PaperFilter;
}

function prepare(query: string, bounds: Bounds, { types = ALL, filter = {} }: Asked = {}): Promise<Search> {
  return prepareSearch(store.reader, query, types, filter, { bounds });
}

async function hitsOf(search: Search): Promise<[type: string, pk: number, score: number][]> {
  const window = { limit: 5_000, after: null, before: null, backwards: false };
  const { items } = await readHits(store.reader, search, window);
  return items.map(({ row }) => [row.__typename, row.pk, row.score]);
}

const common = [
  'learning',
  'deep learning',
  'how does the loss landscape of networks look?',
  'learning -loss',
  '"neural networks" learning',
  'data* model',
  'hessian learning',
];

describe('a search that may not visit all that it finds', () => {
  it.each(common)('for %j lists no more than it may, and says that it is not all', async (query) => {
    const search = await prepare(query, NARROW);
    const hits = await hitsOf(search);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(20);
    expect(await countHits(store.reader, search)).toBe(hits.length);
    expect(await isComplete(store.reader, search)).toBe(false);
  });

  it.each(common)('for %j leads to every item once, in both directions, the same each time', async (query) => {
    const all = await hitsOf(await prepare(query, NARROW));
    for (const backwards of [false, true]) {
      const walked: typeof all = [];
      for (let edge: readonly (string | number | null)[] | null = null; ; ) {
        const window = { limit: 3, after: backwards ? null : edge, before: backwards ? edge : null, backwards };
        const { items, hasMore } = await readHits(store.reader, await prepare(query, NARROW), window);
        const part = items.map(({ row }): (typeof all)[number] => [row.__typename, row.pk, row.score]);
        if (backwards) walked.unshift(...part);
        else walked.push(...part);
        edge = items.at(backwards ? 0 : -1)?.position ?? null;
        if (!hasMore) break;
      }
      expect(walked).toEqual(all);
    }
  });

  it.each(common)('for %j lists the same by first sight, in pages, as the whole list orders it', async (query) => {
    const walk = async (bounds: Bounds): Promise<string[]> => {
      const walked: string[] = [];
      for (let after: readonly (string | number | null)[] | null = null; ; ) {
        const window = { limit: 3, after, before: null, backwards: false };
        const page = await readHits(store.reader, await prepare(query, bounds), window, {
          field: 'FIRST_SEEN_ON',
          direction: 'DESC',
        });
        walked.push(...page.items.map(({ row }) => `${row.__typename} ${row.pk}`));
        after = page.items.at(-1)?.position ?? null;
        if (!page.hasMore) return walked;
      }
    };
    const chosen = new Set((await hitsOf(await prepare(query, NARROW))).map(([type, pk]) => `${type} ${pk}`));
    const whole = await walk(BOUNDS);
    expect(await walk(NARROW)).toEqual(whole.filter((item) => chosen.has(item)));
  });

  it.each(common)('for %j lists what the whole search finds too', async (query) => {
    const found = new Set((await hitsOf(await prepare(query, BOUNDS))).map(([type, pk]) => `${type} ${pk}`));
    for (const [type, pk] of await hitsOf(await prepare(query, NARROW))) expect(found).toContain(`${type} ${pk}`);
  });

  it.each(['learning', 'hessian', 'learning -loss'])('for %j ranks by the very scores of the index', async (query) => {
    const asked = { types: ['PAPER'] } as const;
    const chosen = await prepare(query, WIDE_LIST, asked);
    expect(await hitsOf(chosen)).toEqual(await hitsOf(await prepare(query, BOUNDS, asked)));
    expect(await isComplete(store.reader, chosen)).toBe(true);
  });

  it('has what holds a rare word before what holds frequent ones', async () => {
    const [first] = await hitsOf(await prepare('hessian learning', NARROW, { types: ['PAPER'] }));
    const [best] = await hitsOf(await prepare('hessian learning', BOUNDS, { types: ['PAPER'] }));
    expect(first?.slice(0, 2)).toEqual(best?.slice(0, 2));
  });

  it('has what the whole query names first', async () => {
    const title = 'Random Teachers are Good Teachers';
    const { items } = await readHits(store.reader, await prepare(title, NARROW), {
      limit: 1,
      after: null,
      before: null,
      backwards: false,
    });
    expect(items[0]?.row).toMatchObject({ __typename: 'Paper', title });
  });

  it('holds to its filter and its types, and counts the facets of its list', async () => {
    const filter = { hasRepository: true };
    const search = await prepare('learning', NARROW, { filter });
    const allowed = new Set((await hitsOf(await prepare('learning', BOUNDS, { filter }))).map(([, pk]) => pk));
    const hits = await hitsOf(search);
    expect(hits.length).toBeGreaterThan(0);
    for (const [, pk] of hits) expect(allowed).toContain(pk);
    const years = await readFacet(store.reader, search, 'years', 100);
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(hits.length);
    const topics = await hitsOf(await prepare('learning', NARROW, { types: ['TOPIC'] }));
    expect(new Set(topics.map(([type]) => type))).toEqual(new Set(['Topic']));
  });

  it('counts its facets of no more papers than it may, the best', async () => {
    const search = await prepare('learning', BOUNDS, { types: ['PAPER'] });
    expect(await countHits(store.reader, search)).toBeGreaterThan(3);
    const years = await readFacet(store.reader, search, 'years', 100, 3);
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it.each(['learning', 'learning -loss', '"neural networks" learning', 'hessian learning'])(
    'for %j loses nothing where the filter leaves few papers',
    async (query) => {
      const filter = { topics: { any: ['optimization'], includeDescendants: true } };
      const few = await prepare(query, { ...NARROW, listed: { PAPER: 1, TOPIC: 1, REPOSITORY: 1 } }, { filter });
      const papers = (await hitsOf(few)).map(([, pk]) => pk);
      const all = (await hitsOf(await prepare(query, BOUNDS, { filter }))).map(([, pk]) => pk);
      expect(papers.length).toBeGreaterThan(1);
      expect(new Set(papers)).toEqual(new Set(all));
      expect(await isComplete(store.reader, few)).toBe(true);
    },
  );

  it('loses nothing where few papers meet all conditions of a filter, though more meet each', async () => {
    const filter = { topics: { any: ['optimization'], includeDescendants: true }, hasRepository: true };
    const size = (of: PaperFilter) => countRows(store.reader, { from: sql`paper p`, where: paperConditions(of) });
    const narrow = await size(filter);
    expect(narrow).toBeLessThan(Math.min(await size({ topics: filter.topics }), await size({ hasRepository: true })));
    const search = await prepare('learning', { ...NARROW, narrow, filtered: 1 }, { filter });
    const all = await hitsOf(await prepare('learning', BOUNDS, { filter }));
    expect(all.length).toBeGreaterThan(1);
    expect(new Set((await hitsOf(search)).map(([, pk]) => pk))).toEqual(new Set(all.map(([, pk]) => pk)));
    expect(await isComplete(store.reader, search)).toBe(true);
  });

  it('takes the latest papers of a filter where more than it may weigh pass it', async () => {
    const filter = { topics: { any: ['optimization'], includeDescendants: true } };
    const all = new Set((await hitsOf(await prepare('learning', BOUNDS, { filter }))).map(([, pk]) => pk));
    const search = await prepare('learning', { ...NARROW, narrow: 10, filtered: 1 }, { filter });
    const papers = (await hitsOf(search)).map(([, pk]) => pk);
    expect(papers.length).toBeGreaterThan(1);
    expect(papers.length).toBeLessThanOrEqual(10);
    for (const pk of papers) expect(all).toContain(pk);
    expect(await isComplete(store.reader, search)).toBe(false);
  });

  const phrases = [
    '"loss landscape"',
    '"neural networks" -"loss landscape"',
    '"loss landscape" OR "neural networks"',
    '"gradient descent" -hessian',
    '"feature learning" networks',
  ];

  it.each(phrases)('for %j finds the same however many parts the texts are gone through in', async (query) => {
    for (const types of [ALL, ['PAPER'], ['TOPIC']] as const) {
      const inParts: Bounds = { ...WIDE_LIST, postingsAtOnce: 10 };
      const found = await hitsOf(await prepare(query, inParts, { types }));
      const all = await hitsOf(await prepare(query, BOUNDS, { types }));
      expect(new Set(found.map(([type, pk]) => `${type} ${pk}`))).toEqual(
        new Set(all.map(([type, pk]) => `${type} ${pk}`)),
      );
    }
  });

  it.each(phrases)('for %j ends a walk that is too long, but not before something is found', async (query) => {
    const asked = { types: ['PAPER'] } as const;
    const short: Bounds = { ...WIDE_LIST, postings: 1, postingsAtOnce: 10, narrow: 0 };
    const search = await prepare(query, short, asked);
    const papers = (await hitsOf(search)).map(([, pk]) => pk);
    const all = (await hitsOf(await prepare(query, BOUNDS, asked))).map(([, pk]) => pk);
    expect(papers.length).toBeGreaterThan(0);
    for (const pk of papers) expect(all).toContain(pk);
    if (papers.length < all.length) expect(await isComplete(store.reader, search)).toBe(false);
  });

  it('finds the papers of a time, though it lies far behind the latest and digests were imported in any order', async () => {
    const page = (label: string, from: number) =>
      digestText(
        label,
        Array.from(
          { length: 8 },
          (_, index) => [`Paper ${from + index}`, abstractWith('A zebra of the plains.')] as const,
        ),
      );
    for (const [year, from] of [
      [2012, 0],
      [2010, 8],
      [2013, 16],
      [2011, 24],
    ] as const) {
      await store.importText(`${year}-05-06.txt`, page('May 6', from));
    }
    for (const year of ['2010', '2011', '2012']) {
      const filter = { firstSeenOn: { from: `${year}-01-01`, to: `${year}-12-31` } };
      const search = await prepare('zebra', { ...WIDE_LIST, narrow: 1, counted: 1, filtered: 1 }, { filter });
      expect(await hitsOf(search)).toHaveLength(8);
      expect(await isComplete(store.reader, search)).toBe(false);
    }
  });

  it('finds what is found only by a word that a prefix seldom stands for, or in one of the papers of a filter', async () => {
    const few = { ...WIDE_LIST, continuations: 1, narrow: 1, filtered: 1, postings: 1 };
    const digest = { digest: '2025-03-11' };
    const asked: [query: string, filter: PaperFilter][] = [
      ['hessi*', { topics: { any: ['optimization'], includeDescendants: true } }],
      ['"loss landscape"', digest],
      ['barcodes', digest],
      ['topomort* persist*', { hasRepository: true }],
    ];
    for (const [query, filter] of asked) {
      const all = await hitsOf(await prepare(query, BOUNDS, { filter }));
      const found = await hitsOf(await prepare(query, few, { filter }));
      expect([query, all.length > 0, found.length > 0]).toEqual([query, true, true]);
      for (const [, pk] of found) expect(all.map(([, known]) => known)).toContain(pk);
    }
  });
});
