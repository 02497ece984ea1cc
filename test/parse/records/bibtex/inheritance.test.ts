import fc from 'fast-check';
import { InheritingEntries } from '../../../../src/parse/records/bibtex/inheriting-entries';
import { readBibtex } from '../../../../src/parse/records/bibtex/read-bibtex';
import { isBroken, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';
import { readAll, sayingsOf } from '../support/readers';

const WHOLE = `@proceedings{XConf26, title = {Proceedings of the X Conference}, editor = {Editor, Eve}, year = 2026,
  month = may, doi = {10.5555/whole}, url = {https://xconf.example.org}, abstract = {All of it.}, keywords = {x}}`;
const PART = '@inproceedings{a, title = {Widgets in the Wild}, author = {Example, Ada}, crossref = {xconf26}}';

/** The records by their keys. */
async function readByKey(...entries: string[]): Promise<Map<string | null, SourceRecord>> {
  const read = await readAll(readBibtex, entries.join('\n\n'));
  return new Map(read.flatMap((record) => (isBroken(record) ? [] : [[record.key, record] as const])));
}

async function sayingsOfFirst(...entries: string[]) {
  const record = (await readByKey(...entries)).get('a');
  return record && sayingsOf(record);
}

describe('an entry with a crossref', () => {
  it.each([
    ['behind', [PART, WHOLE]],
    ['before', [WHOLE, PART]],
  ])(
    'has venue and date of the entry that stands %s it, and nothing that tells which work that is',
    async (_, entries) => {
      expect(await sayingsOfFirst(...entries)).toEqual({
        key: 'a',
        title: 'Widgets in the Wild',
        abstract: null,
        authors: ['Ada Example'],
        identifiers: [],
        publishedOn: '2026-05',
        venue: 'Proceedings of the X Conference',
        keywords: [],
        links: [],
      });
    },
  );

  it('keeps its number and line', async () => {
    const read = await readAll(readBibtex, [PART, '@misc{b, title = {Gadgets}}', WHOLE].join('\n'));
    expect(read.map((record) => [record.number, isBroken(record) ? null : record.line])).toEqual([
      [2, 2],
      [3, 3],
      [1, 1],
    ]);
  });

  it.each([
    ['a book title of its own', 'booktitle = {Workshop on Widgets}', { venue: 'Workshop on Widgets' }],
    ['a year of its own', 'year = 2025', { publishedOn: '2025' }],
  ])('keeps %s', async (_, own, expected) => {
    expect(await sayingsOfFirst(PART.replace('crossref', `${own}, crossref`), WHOLE)).toMatchObject(expected);
  });

  it.each([
    [
      'the book title that proceedings have for their parts',
      '@proceedings{xconf26, title = {X}, booktitle = {Proc. X}}',
      'Proc. X',
    ],
    ['a book and its subtitle', '@book{xconf26, title = {Widgets}, subtitle = {A Reader}}', 'Widgets: A Reader'],
    ['a journal', '@periodical{xconf26, title = {Journal of Widgets}}', 'Journal of Widgets'],
    ['nothing that is not there', '@book{other, title = {Widgets}}', null],
  ])('is in %s', async (_, whole, venue) => {
    expect(await sayingsOfFirst(PART, whole)).toMatchObject({ venue });
  });

  it('is by the authors of a book that has authors', async () => {
    const chapter = '@inbook{a, title = {Widgets in the Wild}, crossref = {book}}';
    expect(await sayingsOfFirst(chapter, '@book{book, title = {B}, author = {Sample, Cy}}')).toMatchObject({
      authors: ['Cy Sample'],
    });
  });

  it('inherits what its whole inherits', async () => {
    const volume = '@proceedings{xconf26, title = {X, Volume 2}, crossref = {all}}';
    expect(await sayingsOfFirst(PART, volume, '@mvproceedings{all, title = {X}, date = {2024-05}}')).toMatchObject({
      venue: 'X, Volume 2',
      publishedOn: '2024-05',
    });
  });
});

describe('an entry with xdata', () => {
  it('has all that the stores say and it does not', async () => {
    const entry = '@article{a, author = {Example, Ada}, xdata = {first, Second}}';
    const stores = [
      '@xdata{second, title = {Widgets}, author = {Sample, Cy}, doi = {10.5555/x.1}}',
      '@xdata{first, journaltitle = {Journal of Widgets}, xdata = {third}}',
      '@xdata{third, date = {2026}}',
    ];
    const expected = {
      title: 'Widgets',
      authors: ['Ada Example'],
      identifiers: ['DOI 10.5555/x.1'],
      venue: 'Journal of Widgets',
      publishedOn: '2026',
    };
    expect(await sayingsOfFirst(entry, ...stores)).toMatchObject(expected);
    expect(await sayingsOfFirst(...stores, entry)).toMatchObject(expected);
  });
});

describe('entries that inherit', () => {
  const placed = (key: string, type: string, fields: Record<string, string>, number = 1) => ({
    entry: { type, key, fields: Object.entries(fields).map(([name, value]) => ({ name, value })), openField: null },
    number,
    line: number,
  });

  it('wait for no more than there is room for', () => {
    const entries = new InheritingEntries(50_000);
    const ready: number[] = [];
    for (let number = 1; number <= 2_000; number++) {
      const waiting = placed(`k${number}`, 'inproceedings', { crossref: `none${number}` }, number);
      ready.push(...[...entries.take(waiting)].map((each) => each.number));
    }
    expect(ready.length).toBeGreaterThan(1_700);
    ready.push(...[...entries.end()].map((each) => each.number));
    expect(ready).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1));
  });

  it('inherit from no more than there is room for', () => {
    const entries = new InheritingEntries(50_000);
    for (let number = 1; number <= 2_000; number++)
      expect([...entries.take(placed(`p${number}`, 'proceedings', { title: `Volume ${number}` }))]).toHaveLength(1);
    const titleOf = (key: string) =>
      [...entries.take(placed('a', 'inproceedings', { crossref: key })), ...entries.end()][0]?.entry.fields[1]?.value;
    expect(titleOf('p2000')).toBe('Volume 2000');
    expect(titleOf('p1')).toBeUndefined();
  });

  it('from each other, or many from much, are read in time', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `@book{k${n}, title = {T}, crossref = {k${n + 1}}}`);
    expect(await readAll(readBibtex, `${many.join('\n')}\n@book{k20000, title = {T}, year = 1999}`)).toHaveLength(
      20_001,
    );
    expect(
      await readAll(readBibtex, '@book{a, title={A}, crossref={b}} @book{b, title={B}, crossref={a}}'),
    ).toHaveLength(2);
    const large = `@xdata{x, abstract = {${'word '.repeat(100_000)}}}`;
    const small = Array.from({ length: 20_000 }, (_, n) => `@misc{k${n}, title = {T}, xdata = {x}}`);
    expect(await readAll(readBibtex, [large, ...small].join('\n'))).toHaveLength(20_000);
  });

  it('are the same wherever the file is cut, and whatever stands first', async () => {
    const entries = fc.constantFrom(
      ...[PART, WHOLE, '@book{b, title = {B}, crossref = {xconf26}}', '@inbook{c, title = {C}, crossref = {b}}'],
      ...[
        '@misc{d, title = {D}, xdata = {e}}',
        '@xdata{e, year = 2026, xdata = {f}}',
        '@xdata{f, month = 3, xdata = {g}}',
      ],
    );
    const file = fc.uniqueArray(entries);
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.nat(), { maxLength: 6 }), async (parts, cuts) => {
        const said = async (texts: readonly string[], at: readonly number[] = []) => {
          const { all } = await allOf(readBibtex(inPieces(texts.join('\n'), at), 'x'));
          return all.map((each) => (isBroken(each) ? '' : JSON.stringify(sayingsOf(each)))).sort();
        };
        expect(await said(parts, cuts)).toEqual(await said(parts));
        expect(await said([...parts].reverse())).toEqual(await said(parts));
      }),
    );
  });
});
