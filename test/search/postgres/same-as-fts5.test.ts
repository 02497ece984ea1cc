import fc from 'fast-check';
import type { PaperFilter } from '../../../src/lists/filter/paper-filter';
import { readFacet } from '../../../src/search/answer/facets';
import type { Found } from '../../../src/search/answer/read-nodes';
import { countHits, readHits } from '../../../src/search/answer/search';
import { docOf, fromDoc, type SearchType } from '../../../src/search/documents';
import { entryOf, type IndexEntry } from '../../../src/search/index/index-entry';
import { searchIndexOf } from '../../../src/search/index/search-index-of';
import type { Phrase, SearchQuery } from '../../../src/search/query/parse-query';
import { prepareSearch } from '../../../src/search/rank/prepare-search';
import { suggest } from '../../../src/search/suggest/suggest';
import { shippedWeights } from '../../../src/seeds';
import type { Store } from '../../../src/store/store';
import { createDatabase, openSeededStore, openUpToDate, type TestStore } from '../../support/store';
import judged from '../judged-queries.json';
import { scoreQuery, scoreQueryWithin } from '../score-query';

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
  const search = await prepareSearch(db, text, types, filter, { weights: shippedWeights().read() });
  const { items } = await readHits(db, search, { limit: 1000, after: null, before: null, backwards: false });
  const latest = await readHits(
    db,
    search,
    { limit: 30, after: null, before: null, backwards: false },
    { field: 'FIRST_SEEN_ON', direction: 'DESC' },
  );
  return {
    latest: latest.items.map(({ row }) => nameOf(row)),
    hits: items.map(({ row, position }) => [nameOf(row), row.score, row.vectorScore, position[0]]),
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
    times: fc.constant(new Map([['a', 3]])),
  })
  .filter(({ wanted, required }) => wanted.length + required.length > 0);
const types = fc.subarray([...ALL], { minLength: 1 });

/** The score of a document by the formula as the schema tells it, out of the texts themselves. */
function scoresOf(entries: readonly IndexEntry[], asked: SearchQuery, of: readonly SearchType[]): Map<number, number> {
  const fieldsOf = ({ title, body, more }: IndexEntry) => [title, body, more].map((text) => text.split(' '));
  const timesIn = (terms: readonly string[], phrase: Phrase) =>
    terms.filter((_, at) => phrase.every((term, place) => terms[at + place] === term)).length;
  const papers = entries.filter(({ doc }) => fromDoc(doc).type === 'PAPER');
  const average = (length: 'titleLength' | 'bodyLength') =>
    papers.reduce((sum, entry) => sum + entry[length], 0) / papers.length;
  const frequency = (entry: IndexEntry, phrase: Phrase) => {
    const [inTitle = 0, inBody = 0, inMore = 0] = fieldsOf(entry).map((terms) => timesIn(terms, phrase));
    const norm = (length: 'titleLength' | 'bodyLength', b: number) =>
      average(length) > 0 ? 1 - b + (b * entry[length]) / average(length) : 1;
    return (2 * inTitle) / norm('titleLength', 0.6) + inBody / norm('bodyLength', 0.75) + 0.5 * inMore;
  };
  const idf = (phrase: Phrase) => {
    const docs = Math.min(
      ...phrase.map((term) => entries.filter((entry) => fieldsOf(entry).some((terms) => terms.includes(term))).length),
    );
    return Math.log(1 + (entries.length - docs + 0.5) / (docs + 0.5));
  };
  const has = (entry: IndexEntry, phrase: Phrase) => frequency(entry, phrase) > 0;
  const once = (phrases: readonly Phrase[]) => [
    ...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values(),
  ];
  const required = asked.required.map(({ phrases }) => phrases);
  const weights: [Phrase, number][] = [
    ...once([...asked.wanted, ...required.flat()]).map((phrase): [Phrase, number] => [phrase, 1]),
    ...asked.pairs.map((phrase): [Phrase, number] => [phrase, 0.3]),
  ];
  return new Map(
    entries
      .filter(({ doc }) => of.includes(fromDoc(doc).type))
      .filter((entry) =>
        (required.length > 0 ? required : [asked.wanted]).every((some) => some.some((one) => has(entry, one))),
      )
      .filter((entry) => !asked.excluded.some((phrase) => has(entry, phrase)))
      .map((entry) => {
        const score = weights.reduce((sum, [phrase, share]) => {
          const times = asked.times.get(phrase.join(' ')) ?? 1;
          const places = frequency(entry, phrase);
          return sum + (share * idf(phrase) * ((times * 9) / (times + 8)) * places * 2.2) / (places + 1.2);
        }, 0);
        return [entry.doc, score * (fromDoc(entry.doc).type === 'PAPER' ? 1 : 0.6)];
      }),
  );
}

describe('the index of each engine', () => {
  it('gives the scores of the formula whatever the texts and the query, read by phrase or by document', async () => {
    const remaining = (entries: readonly IndexEntry[]) => entries.filter(({ doc }) => doc !== 400 && doc !== 404);
    const held = async (store: Store, entries: readonly IndexEntry[]) => {
      const index = searchIndexOf(store.writer.manager);
      await store.write(async (db) => {
        await index.clear(db);
        await index.addEntries(db, [...entries, entryOf(400, { title: ['a', 'b'], body: ['c'], more: [] })]);
        await index.removeEntries(db, [400, 404]);
      });
    };
    await fc.assert(
      fc.asyncProperty(texts, query, types, async (all, asked, of) => {
        const pairs = [...new Map(asked.pairs.map((pair) => [pair.join(' '), pair])).values()];
        const once = { ...asked, pairs };
        const entries = all.map((fields, pk) => entryOf(docOf(ALL[pk % ALL.length] as SearchType, pk), fields));
        const expected = scoresOf(remaining(entries), once, of);
        for (const store of [sqlite, postgres]) {
          await held(store, entries);
          const whole = await scoreQuery(store.reader, once, of);
          const within = await scoreQueryWithin(store.reader, once, of, [...expected.keys()]);
          expect(within).toEqual(whole);
          expect(new Set(whole.map(({ doc }) => doc))).toEqual(new Set(expected.keys()));
          for (const { doc, score } of whole) expect(score).toBeCloseTo(expected.get(doc) as number, 5);
        }
      }),
      { numRuns: 200 },
    );
  });
});
