import { startApi, type TestApi } from '../../support/api';
import { digestText } from '../../support/digest-text';

const ABSTRACT = `The Fr\\'echet mean of $\\alpha$-stable data is found in $O(\\sqrt{n})$ steps, only 0.07\\% slower
than what is best. Nothing was known of it.`;
const PLAIN =
  'The Fréchet mean of α-stable data is found in O(√n) steps, only 0.07% slower than what is best. Nothing was known of it.';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.importText(
    '2025-03-11.txt',
    digestText('Mar 11', [
      ['Means of Stable Data', ABSTRACT],
      ['A Title Alone', 'This abstract is here so that the title is told from it, and is about nothing at all.'],
    ]),
  );
  await api.writer.query(
    `update paper set authors = '[{"name":"Ann Example"},{"name":"Bo Sample"}]' where slug = 'a-title-alone'`,
  );
  await api.writer.query(`update paper set abstract = null where slug = 'a-title-alone'`);
});
afterAll(() => api.close());

/** In a list, in one paper, and in other lists of papers. */
const ways = [
  (fields: string) => `{ papers(orderBy: { field: TITLE, direction: DESC }) { nodes { ${fields} } } }`,
  (fields: string) => `{ digests(first: 1) { nodes { papers { nodes { ${fields} } } } } }`,
  (fields: string) => `{ papersBy(keys: [{ slug: "means-of-stable-data" }, { slug: "a-title-alone" }]) { ${fields} } }`,
  (fields: string) =>
    `{ a: paper(by: { title: "means of stable data" }) { ${fields} } b: paper(by: { title: "a title alone" }) { ${fields} } }`,
];

/** The objects in an answer that have no other objects in lists. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(leaves);
  return 'text' in value ? [value] : inner;
}

describe('the text of a paper', () => {
  it.each(ways)('is told without TeX, with the raw one or alone (%#)', async (way) => {
    expect(leaves(await api.query(way('text: plainAbstract excerpt(length: 30)')))).toEqual([
      { text: PLAIN, excerpt: 'The Fréchet mean of α-stable…' },
      { text: null, excerpt: null },
    ]);
    expect(leaves(await api.query(way('text: abstract excerpt')))).toEqual([
      { text: ABSTRACT, excerpt: PLAIN },
      { text: null, excerpt: null },
    ]);
  });

  it.each([0, -1, 1_001])('has no excerpt of %i', async (length) => {
    const { errors } = await api.send(`{ papers { nodes { excerpt(length: ${length}) } } }`);
    expect(errors?.[0]).toMatchObject({
      message: `length: expected 1 to 1000, got ${length}`,
      extensions: { code: 'BAD_USER_INPUT', argument: 'length' },
    });
  });

  it('has an excerpt of the usual length where null is asked for', async () => {
    const { papers } = await api.query('{ papers { nodes { a: excerpt b: excerpt(length: null) } } }');
    expect(papers.nodes[0].a).toBe(papers.nodes[0].b);
  });
});

describe('the authors of a paper', () => {
  it.each(ways)('are objects, none where none are named (%#)', async (way) => {
    expect(leaves(await api.query(way('text: slug authors { name }')))).toEqual([
      { text: 'means-of-stable-data', authors: [] },
      { text: 'a-title-alone', authors: [{ name: 'Ann Example' }, { name: 'Bo Sample' }] },
    ]);
  });
});
