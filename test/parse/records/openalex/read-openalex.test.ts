import { readOpenAlex } from '../../../../src/parse/records/openalex/read-openalex';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const ARXIV = {
  landing_page_url: 'http://arxiv.org/abs/2605.01234',
  pdf_url: 'https://arxiv.org/pdf/2605.01234',
  source: { display_name: 'arXiv (Cornell University)', type: 'repository' },
};
const JOURNAL = {
  landing_page_url: 'https://doi.org/10.5555/x.1',
  pdf_url: null,
  source: { display_name: 'XJ', type: 'journal' },
};

const WORK = {
  id: 'https://openalex.org/W4400000001',
  doi: 'https://doi.org/10.5555/X.1',
  title: 'Widgets in <i>vivo</i> &amp; $k$',
  display_name: 'Other',
  publication_year: 2026,
  publication_date: '2026-05-13',
  ids: { openalex: 'https://openalex.org/W4400000001', pmid: 'https://pubmed.ncbi.nlm.nih.gov/123' },
  is_retracted: false,
  authorships: [
    {
      author: {
        id: 'https://openalex.org/A1',
        display_name: 'Ada Example',
        orcid: 'https://orcid.org/0000-0002-1825-0097',
      },
      institutions: [{ display_name: 'Example Lab' }],
      raw_author_name: 'A. Example',
      raw_affiliation_strings: ['Lab, a@example.org'],
    },
    { author: { display_name: null }, raw_author_name: 'M\u00fcller, Ben', raw_affiliation_strings: ['Other Lab'] },
  ],
  primary_location: JOURNAL,
  locations: [
    JOURNAL,
    ARXIV,
    { landing_page_url: 'https://doi.org/10.5281/zenodo.1', raw_source_name: 'http://arxiv.org/pdf/1304.6641.pdf' },
  ],
  keywords: [{ display_name: 'Counting', score: 0.9 }, { keyword: 'Age' }],
  topics: [{ display_name: 'Topic' }],
  abstract_inverted_index: { We: [0], count: [1], 'widgets.': [2, 5], They: [3], age: [9], constructor: [4] },
};

const readAll = (value: unknown): Promise<unknown[]> =>
  allOf(readOpenAlex(piecesOf(typeof value === 'string' ? value : JSON.stringify(value)), 'works.json'));

const recordOf = async (work: object): Promise<SourceRecord> => (await readAll([work]))[0] as SourceRecord;

describe('readOpenAlex', () => {
  it('reads a work, each value with its field', async () => {
    const record = await recordOf(WORK);
    expect(record).toMatchObject({
      key: 'W4400000001',
      title: { value: 'Widgets in vivo & $k$', field: 'title' },
      abstract: { value: 'We count widgets. They constructor widgets. age', field: 'abstract_inverted_index' },
      authors: [
        {
          value: { name: 'Ada Example', orcid: '0000-0002-1825-0097', affiliations: ['Example Lab'] },
          field: 'authorships.author.display_name',
        },
        { value: { name: 'Ben M\u00fcller', affiliations: ['Other Lab'] }, field: 'authorships.raw_author_name' },
      ],
      hasAllAuthors: true,
      publishedOn: { value: '2026-05-13', field: 'publication_date' },
      venue: { value: 'XJ' },
      keywords: [{ value: 'Counting' }, { value: 'Age' }],
      isWithdrawn: null,
    });
    expect(record.identifiers.map(({ value, field }) => [value.scheme, value.value, field])).toEqual([
      ['OPENALEX', 'W4400000001', 'id'],
      ['DOI', '10.5555/x.1', 'doi'],
      ['PUBMED', '123', 'ids.pmid'],
      ['ARXIV', '2605.01234', 'locations.landing_page_url'],
    ]);
    expect(record.links.map(({ value }) => [value.url, value.role])).toEqual([
      ['https://doi.org/10.5555/x.1', 'LANDING'],
      ['http://arxiv.org/abs/2605.01234', 'LANDING'],
      ['https://arxiv.org/pdf/2605.01234', 'PDF'],
      ['https://doi.org/10.5281/zenodo.1', 'LANDING'],
    ]);
  });

  it('reads an answer, a work by itself and JSON Lines', async () => {
    const title = { field: 'title' };
    expect(await readAll({ meta: { count: 2 }, results: [WORK, WORK], group_by: [] })).toMatchObject([
      { title },
      { title },
    ]);
    expect(await readAll(JSON.stringify(WORK, null, 2))).toMatchObject([{ title }]);
    expect(await readAll(`${JSON.stringify(WORK)}\n${JSON.stringify(WORK)}\n`)).toMatchObject([
      { line: 1 },
      { line: 2 },
    ]);
  });

  it('takes no archive for a venue, and a retracted work for a withdrawn one', async () => {
    expect(await recordOf({ ...WORK, primary_location: ARXIV, is_retracted: true })).toMatchObject({
      venue: null,
      isWithdrawn: { value: true, field: 'is_retracted' },
    });
  });

  it('knows that a hundred authors may not be all', async () => {
    const authorships = Array.from({ length: 100 }, (_, index) => ({ author: { display_name: `A${index} Example` } }));
    expect((await recordOf({ ...WORK, authorships })).hasAllAuthors).toBe(false);
    expect((await recordOf({ ...WORK, is_authors_truncated: true })).hasAllAuthors).toBe(false);
  });

  it.each([
    [{ We: [0, 2], count: [1] }, 'We count We'],
    [{ IndexLength: 2, InvertedIndex: { We: [0], count: [1] } }, 'We count'],
    [{ far: [1e15], We: [-1], x: ['0'], y: 5 }, 'We far'],
    [{}, null],
    [null, null],
    ['text', null],
  ])('puts the words of %j in their places', async (abstract_inverted_index, text) => {
    expect((await recordOf({ ...WORK, abstract_inverted_index })).abstract?.value ?? null).toBe(text);
  });

  it('says what has no title', async () => {
    expect(
      await readAll([
        { id: WORK.id, title: null, display_name: null },
        { ...WORK, title: null },
      ]),
    ).toMatchObject([
      { problem: 'works.json:1: expected a title, got nothing' },
      { title: { value: 'Other', field: 'display_name' } },
    ]);
  });
});
