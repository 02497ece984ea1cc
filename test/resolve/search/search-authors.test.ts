import { checkSearchIndex, rebuildIndex } from '../../../src/search/index/upkeep/check-search-index';
import { contentsOf } from '../../search/index-contents';
import { startApi, type TestApi } from '../../support/api';
import { importRecordsText } from '../../support/import-records';

let api: TestApi;

const entry = (key: string, title: string, author: string, abstract: string): string =>
  `@article{${key},\n  title = {${title}},\n  author = {${author}},\n  abstract = {${abstract}},\n  year = {2026},\n}\n`;

const TEXT = 'We study how machines are put together and taken apart again, with all that belongs to it.';
const MANY = Array.from({ length: 60 }, (_, index) => `Person${String.fromCharCode(97 + (index % 26))}${index}, Pat`);

const records = [
  entry('a', 'Widgets in the Wild', 'Grønbæk, Ada B. and Muster, Ben', TEXT),
  entry('b', 'Gadgets at Home', 'Ada Gronbaek', `${TEXT} Ben is a name.`),
  entry('c', 'On the Gronbaek Transform of Ada', 'Sample, Cy', TEXT),
  entry('d', 'Gears and Springs', 'Gronbaek, Alan', TEXT),
  entry('e', 'Machines of Many', MANY.join(' and '), TEXT),
];

beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await importRecordsText(api, 'a.bib', records.join(''));
});
afterAll(() => api.close());

async function search(query: string): Promise<{ titles: string[]; highlights: Record<string, string[]>[] }> {
  const { search } = await api.query(
    `query ($query: String!) { search(query: $query, types: [PAPER]) { edges { node { ... on Paper { title } } highlights { field fragment ranges { start end } } } } }`,
    { query },
  );
  return {
    titles: search.edges.map(({ node }: { node: { title: string } }) => node.title),
    highlights: search.edges.map(
      ({
        highlights,
      }: {
        highlights: { field: string; fragment: string; ranges: { start: number; end: number }[] }[];
      }) =>
        Object.fromEntries(
          highlights.map(({ field, fragment, ranges }) => [
            field,
            ranges.map(({ start, end }) => fragment.slice(start, end)),
          ]),
        ),
    ),
  };
}

describe('a search for an author', () => {
  it('finds papers by a word of the name, behind those that have it in the title', async () => {
    const { titles } = await search('gronbaek');
    expect(titles[0]).toBe('On the Gronbaek Transform of Ada');
    expect(titles.slice(1).sort()).toEqual(['Gadgets at Home', 'Gears and Springs', 'Widgets in the Wild']);
  });

  it.each(['Ada Gronbaek', 'Grønbæk, Ada', 'ada b. gronbaek'])(
    'finds the papers of the author first where the query is the name: %s',
    async (query) => {
      const { titles } = await search(query);
      expect(titles.slice(0, 2).sort()).toEqual(['Gadgets at Home', 'Widgets in the Wild']);
      expect(titles).toContain('On the Gronbaek Transform of Ada');
    },
  );

  it('finds them by an initial, too', async () => {
    const { titles } = await search('A. Gronbaek');
    expect(titles.slice(0, 3).sort()).toEqual(['Gadgets at Home', 'Gears and Springs', 'Widgets in the Wild']);
  });

  it('shows the names that were found, as they are written', async () => {
    const { titles, highlights } = await search('ben muster');
    expect(titles[0]).toBe('Widgets in the Wild');
    expect(highlights[0]).toEqual({ AUTHOR: ['Ben', 'Muster'] });
    expect(highlights[titles.indexOf('Gadgets at Home')]).toEqual({ ABSTRACT: ['Ben'] });
  });

  it('takes a name as a phrase, and leaves one out', async () => {
    expect((await search('"ben muster"')).titles).toEqual(['Widgets in the Wild']);
    expect((await search('gronbaek -muster')).titles).not.toContain('Widgets in the Wild');
  });

  it('finds the first of very many authors by words, and all of them by name', async () => {
    expect((await search('Personb1')).titles).toEqual(['Machines of Many']);
    expect((await search('Personh59')).titles).toEqual([]);
    expect((await search('Pat Personh59')).titles).toEqual(['Machines of Many']);
  });

  it('follows what sources say of authors', async () => {
    const renamed = records.map((record) => record.replace('Gronbaek, Alan', 'Newname, Alan'));
    await importRecordsText(api, 'a.bib', renamed.join(''));
    expect((await search('newname')).titles).toEqual(['Gears and Springs']);
    expect((await search('gronbaek')).titles).not.toContain('Gears and Springs');
    expect(await checkSearchIndex(api)).toBe(false);
    const kept = await contentsOf(api);
    await api.write(rebuildIndex);
    expect(await contentsOf(api)).toEqual(kept);
  });
});
