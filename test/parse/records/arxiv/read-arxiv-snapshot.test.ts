import fc from 'fast-check';
import { readArxivSnapshot } from '../../../../src/parse/records/arxiv/read-arxiv-snapshot';
import { isBroken, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';

const LINE = {
  id: '0704.0120',
  submitter: 'Ada Example',
  authors: 'A. \\\'Example (1), B.-C. M\\"uller (1 and 2), The X Collaboration, et al ((1) MIT, Boston, (2) ETH)',
  title: "Widgets in the\n  Wild: {\\it Caf\\'es} and $x_{1}$",
  comments: '12 pages; code at https://github.com/example-lab/widgets',
  'journal-ref': 'Phys.Rev.D76:013009,2007',
  doi: '10.1103/PhysRevD.76.013009',
  'report-no': null,
  categories: 'cs.LG stat.ML',
  license: null,
  abstract: '  We count widgets in forty towns.\nThey age.\n  A new paragraph.\n',
  versions: [
    { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
    { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
  ],
  update_date: '2008-11-26',
  authors_parsed: [
    ['Éxample', 'A.', '', '1'],
    ['Müller', 'B. -C.', 'Jr', '1 and 2'],
    ['The X Collaboration', '', ''],
  ],
};

const read = (text: string, cuts: readonly number[] = []) => allOf(readArxivSnapshot(inPieces(text, cuts), 'x.json'));
const lines = (...objects: unknown[]) => objects.map((object) => `${JSON.stringify(object)}\n`).join('');

async function recordOf(changes: object): Promise<SourceRecord> {
  const [record] = (await read(lines({ ...LINE, ...changes }))).all;
  if (record === undefined || isBroken(record)) throw new Error(`expected a record, got ${record?.problem}`);
  return record;
}

const authors = ({ authors }: SourceRecord) => authors.map(({ value }) => [value.name, ...value.affiliations]);

describe('readArxivSnapshot', () => {
  it('gives what a line says, with where it stands', async () => {
    const record = await recordOf({});
    expect(record).toMatchObject({
      number: 1,
      line: 1,
      key: '0704.0120',
      title: { value: 'Widgets in the Wild: Cafés and $x_{1}$', field: 'title', asWritten: LINE.title },
      abstract: { value: 'We count widgets in forty towns. They age.\n\nA new paragraph.', field: 'abstract' },
      hasAllAuthors: false,
      publishedOn: { value: '2007-04-02', field: 'versions', asWritten: 'Mon, 2 Apr 2007 19:18:42 GMT' },
      venue: { value: 'Phys.Rev.D76:013009,2007', field: 'journal-ref' },
      isWithdrawn: null,
    });
    expect(authors(record)).toEqual([
      ['A. Éxample', 'MIT, Boston'],
      ['B.-C. Müller Jr', 'MIT, Boston', 'ETH'],
      ['The X Collaboration'],
    ]);
    expect(record.authors[1]).toMatchObject({
      value: { given: 'B.-C.', family: 'Müller' },
      field: 'authors_parsed',
      asWritten: '["Müller","B. -C.","Jr","1 and 2"]',
    });
    expect(record.authors[2]?.value).toMatchObject({ given: null, family: null });
    expect(record.identifiers.map(({ value }) => value)).toEqual([
      { scheme: 'ARXIV', value: '0704.0120' },
      { scheme: 'DOI', value: '10.1103/physrevd.76.013009' },
    ]);
    expect(record.categories.map(({ value }) => value)).toEqual(['cs.LG', 'stat.ML']);
    expect(record.versions.map(({ value }) => value)).toEqual([
      { number: 1, date: '2007-04-02' },
      { number: 2, date: '2007-07-24' },
    ]);
    expect(record.links.map(({ value, field }) => [field, value.role, value.url])).toEqual([
      ['comments', 'CODE', 'https://github.com/example-lab/widgets'],
    ]);
  });

  it('reads the line of authors where they are not parted', async () => {
    const expected = [['A. Éxample', 'MIT, Boston'], ['B.-C. Müller', 'MIT, Boston', 'ETH'], ['The X Collaboration']];
    expect(authors(await recordOf({ authors_parsed: undefined }))).toEqual(expected);
    expect(authors(await recordOf({ authors_parsed: [], authors: ['Ada One', 'Ben Two'] }))).toEqual([
      ['Ada One'],
      ['Ben Two'],
    ]);
  });

  it('reads what older snapshots and other tools make of it', async () => {
    const record = await recordOf({ id: 704.012, categories: ['cs.LG stat.ML'], versions: ['v1', 'v2'], doi: '' });
    expect(record.identifiers.map(({ value }) => value)).toEqual([{ scheme: 'ARXIV', value: '0704.0120' }]);
    expect(record.categories.map(({ value }) => value)).toEqual(['cs.LG', 'stat.ML']);
    expect(record.versions.map(({ value }) => value)).toEqual([
      { number: 1, date: null },
      { number: 2, date: null },
    ]);
    expect(record.publishedOn).toBeNull();
  });

  it('tells a paper that is withdrawn', async () => {
    const { isWithdrawn } = await recordOf({ comments: 'This paper has been withdrawn by the author' });
    expect(isWithdrawn).toEqual({
      value: true,
      field: 'comments',
      asWritten: 'This paper has been withdrawn by the author',
    });
  });

  it('says what is no record, and goes on', async () => {
    const text = lines({ ...LINE, id: null }, { ...LINE, id: '12' }, { ...LINE, title: ' \n' }, ['a', 1], 'text', {
      ...LINE,
      __proto__: null,
      constructor: 1,
      authors: { a: 1 },
      authors_parsed: [null, 1, [], [1, 2], ['']],
      versions: [null, 3, {}],
      categories: [[1]],
      doi: {},
    }).replace('"a"', '"a"}');
    const { all } = await read(text);
    expect(all.map((each) => (isBroken(each) ? each.problem : each.key))).toEqual([
      'x.json:1: expected an arXiv identifier, got nothing',
      'x.json:2: expected an arXiv identifier, got "12"',
      'x.json:3: expected a title of 0704.0120, got nothing',
      expect.stringMatching(/^x\.json:4: expected .*, got /),
      'x.json:5: expected an object, got "text"',
      '0704.0120',
    ]);
    expect(all.at(-1)).toMatchObject({ authors: [], versions: [{ value: { number: 3, date: null } }], categories: [] });
  });

  it('makes no difference between cuts, and reads any line', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('(', '$', 'Withdrawn', '10.5555/x', 'v1', 'A, B (C)'));
    const object = fc.record(
      {
        id: fc.constantFrom('0704.0120', 'math.GT/0601001', 1),
        title: fc.string(),
        authors: value,
        authors_parsed: value,
        versions: value,
        comments: value,
        categories: value,
        abstract: value,
        doi: value,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 4 }), fc.array(fc.nat()), async (objects, cuts) => {
        const whole = await read(lines(...objects));
        expect(whole.all).toHaveLength(objects.length);
        expect(await read(lines(...objects), cuts)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});
