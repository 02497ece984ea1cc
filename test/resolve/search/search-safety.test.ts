import fc from 'fast-check';
import type { PaperFilter } from '../../../src/lists/filter/paper-filter';
import { readFacet } from '../../../src/search/answer/facets';
import { highlight } from '../../../src/search/answer/highlight';
import { countHits, isComplete, readHits } from '../../../src/search/answer/search';
import { termsOf } from '../../../src/search/query/parse-query';
import { prepareSearch } from '../../../src/search/rank/prepare-search';
import { BOUNDS, type Bounds } from '../../../src/search/rank/top-k/bounds';
import { suggest } from '../../../src/search/suggest/suggest';
import { anyText } from '../../support/any-text';
import { startSeededApi, type TestApi } from '../../support/api';
import { openStore, type TestStore } from '../../support/store';

let api: TestApi;
let empty: TestStore;
let sentences: readonly string[];
beforeAll(async () => {
  api = await startSeededApi();
  empty = await openStore();
  const papers: { abstract: string }[] = await api.writer.query('select abstract from paper');
  sentences = papers.flatMap(({ abstract }) => abstract.split(/(?<=[.!?])\s+/)).map((text) => text.slice(0, 1000));
});
afterAll(async () => {
  await api.close();
  await empty.close();
});

const ALL = ['PAPER', 'TOPIC', 'REPOSITORY'] as const;

/** Everything that means something to FTS5, to a tsquery, to the query language or to nobody, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '“',
    '”',
    "'",
    '*',
    '^',
    ':',
    '(',
    ')',
    '{',
    '}',
    '+',
    '-',
    '--',
    ',',
    '.',
    ';',
    '%',
    '_',
    '\\',
    '/',
    '@',
    'NEAR',
    'NEAR(',
    'AND',
    'OR',
    'NOT',
    '&',
    '|',
    '!',
    '<->',
    ':*',
    "''",
    'title:',
    '{title body}:',
    'rowid',
    'loss',
    'landscape',
    'net*',
    '-loss',
    '\0',
    '\ud800',
    '\udc00',
    '\uffff',
    '😀',
    '深度学习',
    '한국어',
    'ไทย',
    'ﬃ',
    'é',
    '\u0301',
    'İ',
    'ß',
    '½',
    '٣',
    'github.com/a/b',
  ),
  anyText({ maxLength: 5 }),
);
const query = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', '\t', '\n')), { maxLength: 60 })
  .map((pieces) => pieces.flat().join('').slice(0, 1000));

/** Every way of searching: all is weighed, some words choose and others follow, or the latest that match are listed. */
const WAYS: readonly Bounds[] = [
  BOUNDS,
  { ...BOUNDS, visited: 20, listed: { PAPER: 12, TOPIC: 4, REPOSITORY: 4 }, narrow: 0 },
  { ...BOUNDS, visited: 0, narrow: 3, counted: 5, filtered: 4, postingsAtOnce: 50 },
];

const slugs = (most: number) =>
  fc.option(fc.array(fc.constantFrom('optimization', 'neural-collapse', 'nothing'), { minLength: 1, maxLength: most }));
const filter: fc.Arbitrary<PaperFilter> = fc.record(
  {
    topics: fc.record({ any: slugs(50), all: slugs(50), none: slugs(50), includeDescendants: fc.boolean() }),
    digest: fc.constantFrom('2025-03-11', 'nothing'),
    hasRepository: fc.boolean(),
    repositoryHost: fc.constantFrom('github.com', 'nowhere.test'),
    firstSeenOn: fc.record({ from: fc.constantFrom(null, '2025-03-11'), to: fc.constantFrom(null, '2025-03-11') }),
  },
  { requiredKeys: [] },
);

/** Asks the store for all that a search can say, in every way. */
async function survives(text: string, within: PaperFilter = {}, store: Pick<TestStore, 'reader'> = api, ways = WAYS) {
  const db = store.reader;
  for (const way of ways) {
    const search = await prepareSearch(db, text, ALL, within, { bounds: way });
    const page = await readHits(db, search, { limit: 5, after: null, before: null, backwards: false });
    expect(page.items.every(({ row }) => Number.isFinite(row.score))).toBe(true);
    for (const { row } of page.items) highlight(row, termsOf(search.query));
    const count = await countHits(db, search);
    expect([count >= page.items.length, typeof (await isComplete(db, search))]).toEqual([true, 'boolean']);
    for (const facet of ['topics', 'repositoryHosts', 'years', 'digests'] as const)
      await readFacet(db, search, facet, 20);
  }
  await suggest(db, text);
}

describe('any text at all', () => {
  it('is a query that the store answers', async () => {
    await fc.assert(
      fc.asyncProperty(query, (text) => survives(text)),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(query, filter, (text, within) => survives(text, within)),
      { numRuns: 30 },
    );
    await fc.assert(
      fc.asyncProperty(query, (text) => survives(text, {}, empty)),
      { numRuns: 10 },
    );
  });

  it('may be a sentence of the corpus, with a part of it spelled, excluded or required', async () => {
    const sentence = fc
      .tuple(fc.nat(), fc.constantFrom('', '-', '"', ' OR ', '* '), fc.nat(), piece)
      .map(([number, sign, place, other]) => {
        const text = sentences[number % sentences.length] as string;
        const at = place % text.length;
        return `${text.slice(0, at)}${sign}${text.slice(at)} ${other}`.slice(0, 1000);
      });
    await fc.assert(
      fc.asyncProperty(sentence, filter, (text, within) => survives(text, within)),
      { numRuns: 60 },
    );
    // Addresses end many abstracts, and their words stand nowhere else.
    for (const text of sentences.filter((text) => text.includes('://'))) await survives(text);
  });

  it.each([
    ['a rare word without a frequent one', 'neurla -network'],
    ['rare words with required ones that are frequent', 'neurla "learning" "network"'],
    ['a beginning longer than any word that is remembered', `${'a'.repeat(50)}*`],
    ['nothing but beginnings of no word, without a frequent word', 'zzzq* qqqz* -learning'],
  ])('may be %s', async (_, text) => survives(text));

  it('may have words that are all rare, though together they stand in more texts than are weighed', async () => {
    for (let visited = 1; visited < 120; visited++) {
      await survives('duntrain topo mortar hessian alignment jmlipman', {}, api, [{ ...BOUNDS, visited }]);
    }
  });

  it('may be looked for under as many topics as a filter may name', async () => {
    const many = Array<string>(50).fill('optimization');
    await survives('learning', { topics: { any: many, all: many, none: null, includeDescendants: true } });
    await survives('learning', { topics: { any: many, all: many, none: many, includeDescendants: false } });
  });

  it('is a query that the server answers without errors', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { errors } = await api.send(
          'query ($text: String!) { search(query: $text, first: 3) { totalCount suggestion edges { score highlights { fragment } } facets { topics { count } } } }',
          { text },
        );
        expect(errors).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['words', (index: number) => `${index.toString(36)} `],
    ['prefixes', (index: number) => `${(index % 36).toString(36)}* `],
    ['phrases', (index: number) => `"${index.toString(36)} b" `],
    ['exclusions', (index: number) => `-${index.toString(36)} `],
    ['alternatives', (index: number) => `"${index.toString(36)}" OR `],
    ['quotes', () => '"'],
    ['brackets', () => '('],
    ['characters of a script without blanks', (index: number) => String.fromCodePoint(0x4e00 + index)],
  ])('of a thousand characters may be all %s', async (_, part) => {
    const text = Array.from({ length: 1000 }, (_, index) => part(index))
      .join('')
      .slice(0, 1000);
    await survives(text);
    await survives(`loss ${text}`.slice(0, 1000));
  });
});
