import fc from 'fast-check';
import { prepareSearch } from '../../src/store/search/prepare-search';
import { readHits } from '../../src/store/search/search';
import { suggest } from '../../src/store/search/suggest';
import { startApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.seed();
});
afterAll(() => api.close());

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
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const query = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', '\t', '\n')), { maxLength: 60 })
  .map((pieces) => pieces.flat().join('').slice(0, 1000));

async function survives(text: string): Promise<void> {
  const db = api.reader;
  const search = await prepareSearch(db, text, ALL, {});
  const page = await readHits(db, search, { limit: 5, after: null, before: null, backwards: false });
  expect(page.items.every(({ row }) => Number.isFinite(row.score))).toBe(true);
  await suggest(db, text);
}

describe('any text at all', () => {
  it('is a query that the store answers', async () => {
    await fc.assert(fc.asyncProperty(query, survives), { numRuns: 400 });
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
