import { readPapersWithAbstracts } from '../../../../src/parse/records/papers-with-code/read-papers';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const PAPER = {
  paper_url: 'https://paperswithcode.com/paper/widgets-in-the-wild',
  arxiv_id: '2005.01234',
  nips_id: 7181.0,
  openreview_id: 'AbC123xYz',
  title: 'Widgets \u00a0in the Wild ',
  abstract: 'We count widgets.\r\nThey\tage.\f',
  short_abstract: 'We count.',
  url_abs: 'http://arxiv.org/abs/2005.01234v2',
  url_pdf: 'http://arxiv.org/pdf/2005.01234v2.pdf',
  proceeding: 'XConf 2020 7',
  authors: ['Ada Example', 'Chi  M\u00fcller', ''],
  tasks: ['Widget Counting', 'Ageing'],
  date: '2020-05-03',
  conference: 'widgets-in-the-wild-1',
  conference_url_abs: 'https://aclanthology.org/P19-1001',
  conference_url_pdf: null,
  methods: [
    { name: 'WidgetNet', full_name: 'Widget Network', code_snippet_url: 'https://github.com/a/b' },
    { name: 'Ageing' },
  ],
};

async function recordOf(paper: object): Promise<SourceRecord> {
  const [record] = await allOf(readPapersWithAbstracts(piecesOf(JSON.stringify([paper])), 'papers.json'));
  return record as SourceRecord;
}

describe('readPapersWithAbstracts', () => {
  it('reads a paper, each value with its field', async () => {
    const record = await recordOf(PAPER);
    expect(record).toMatchObject({
      key: 'https://paperswithcode.com/paper/widgets-in-the-wild',
      title: { value: 'Widgets in the Wild', field: 'title' },
      abstract: { value: 'We count widgets. They age.', field: 'abstract' },
      authors: [{ value: { name: 'Ada Example' }, field: 'authors' }, { value: { name: 'Chi M\u00fcller' } }],
      hasAllAuthors: true,
      publishedOn: { value: '2020-05-03', field: 'date' },
      venue: { value: 'XConf 2020 7', field: 'proceeding' },
    });
    expect(record.identifiers.map(({ value, field }) => [value.scheme, value.value, field])).toEqual([
      ['ARXIV', '2005.01234', 'arxiv_id'],
      ['OPENREVIEW', 'AbC123xYz', 'openreview_id'],
      ['PAPERS_WITH_CODE', 'widgets-in-the-wild', 'paper_url'],
      ['ACL', 'P19-1001', 'conference_url_abs'],
    ]);
    expect(record.keywords.map(({ value, field }) => [value, field])).toEqual([
      ['Widget Counting', 'tasks'],
      ['Ageing', 'tasks'],
      ['WidgetNet', 'methods.name'],
    ]);
    expect(record.links.map(({ value, field }) => [value.url, value.role, field])).toEqual([
      ['http://arxiv.org/abs/2005.01234v2', 'LANDING', 'url_abs'],
      ['http://arxiv.org/pdf/2005.01234v2.pdf', 'PDF', 'url_pdf'],
      ['https://aclanthology.org/P19-1001', 'LANDING', 'conference_url_abs'],
    ]);
  });

  it('leaves out what a paper does not say', async () => {
    const nothing = Object.fromEntries(Object.keys(PAPER).map((key) => [key, null]));
    expect(await recordOf({ ...nothing, title: 'T' })).toMatchObject({
      key: null,
      abstract: null,
      authors: [],
      identifiers: [],
      publishedOn: null,
      venue: null,
      keywords: [],
      links: [],
      isWithdrawn: null,
    });
    expect((await recordOf({ ...nothing, title: 'T', short_abstract: 'Short.' })).abstract?.field).toBe(
      'short_abstract',
    );
  });

  it.each([
    ['2017-12-01T00:00:00', '2017-12-01'],
    [1512086400000, '2017-12-01'],
    ['2017-12', '2017-12'],
    ['2017-02-30', '2017-02'],
    [2017, '2017'],
    ['soon', null],
    [{}, null],
    [12.5, null],
  ])('reads the date %j', async (date, value) => {
    expect((await recordOf({ ...PAPER, date })).publishedOn?.value ?? null).toBe(value);
  });

  it('knows a withdrawn paper by its abstract, and arXiv as no venue', async () => {
    expect(
      await recordOf({ ...PAPER, abstract: 'This paper has been withdrawn by the author.', proceeding: 'arXiv 2020' }),
    ).toMatchObject({
      isWithdrawn: { value: true, field: 'abstract' },
      venue: null,
    });
  });

  it('reads tasks and methods that a program printed into a text', async () => {
    const { keywords } = await recordOf({ ...PAPER, tasks: "['Counting', 'Towns']", methods: '[]' });
    expect(keywords.map(({ value }) => value)).toEqual(['Counting', 'Towns']);
  });

  it('takes an identifier that lost a zero only where no address has it whole', async () => {
    const idsOf = async (paper: object): Promise<string[]> =>
      (await recordOf({ paper_url: 'x', title: 'T', tasks: [], ...paper })).identifiers.map(({ value }) => value.value);
    expect(await idsOf({ arxiv_id: 2005.1234, url_abs: 'https://arxiv.org/abs/2005.01234v1' })).toEqual(['2005.01234']);
    expect(await idsOf({ arxiv_id: 2005.1234, url_abs: null })).toEqual(['2005.12340']);
  });

  it('tells of what has no title', async () => {
    const text = `${JSON.stringify(PAPER)}\n{"paper_url":"x","title":null}\n[]\n"x"\n`;
    const all = await allOf(readPapersWithAbstracts(piecesOf(text), 'p.jsonl'));
    expect(all.slice(1)).toEqual([
      { number: 2, problem: 'p.jsonl:2: expected a title, got nothing' },
      { number: 3, problem: 'p.jsonl:4: expected an object, got "x"' },
    ]);
  });
});
