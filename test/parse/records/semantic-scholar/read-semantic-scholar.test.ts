import type { SourceRecord } from '../../../../src/parse/records/record';
import { readSemanticScholar } from '../../../../src/parse/records/semantic-scholar/read-semantic-scholar';
import { allOf, piecesOf } from '../support/pieces';

const SHA = '0f'.repeat(20);

const PAPER = {
  paperId: SHA,
  externalIds: {
    ArXiv: '2605.01234',
    DOI: '10.48550/arXiv.2605.01234',
    ACL: 'P19-1001',
    DBLP: 'conf/x/Example26',
    PubMed: '123',
    MAG: '5',
    CorpusId: 7,
  },
  url: `https://www.semanticscholar.org/paper/${SHA}`,
  title: 'Widgets &amp; <i>Gadgets</i>',
  abstract: 'We count\nwidgets.',
  venue: 'XConf',
  year: 2026,
  publicationDate: '2026-05-13',
  openAccessPdf: { url: 'https://example.org/w.pdf', status: 'GREEN' },
  fieldsOfStudy: ['Computer Science'],
  authors: [
    { authorId: '1', name: 'A. Example', externalIds: { ORCID: '0000-0002-1825-009x' }, affiliations: ['Example Lab'] },
    { authorId: null, name: null },
  ],
};

const readAll = (value: unknown): Promise<unknown[]> =>
  allOf(readSemanticScholar(piecesOf(typeof value === 'string' ? value : JSON.stringify(value)), 's2.json'));

const recordOf = async (paper: object): Promise<SourceRecord> => (await readAll([paper]))[0] as SourceRecord;

describe('readSemanticScholar', () => {
  it('reads a paper of the graph API, each value with its field', async () => {
    const record = await recordOf(PAPER);
    expect(record).toMatchObject({
      key: SHA,
      title: { value: 'Widgets & Gadgets', field: 'title', asWritten: 'Widgets &amp; <i>Gadgets</i>' },
      abstract: { value: 'We count widgets.' },
      authors: [{ value: { name: 'A. Example', orcid: '0000-0002-1825-009X', affiliations: ['Example Lab'] } }],
      publishedOn: { value: '2026-05-13', field: 'publicationDate' },
      venue: { value: 'XConf', field: 'venue' },
      keywords: [],
      links: [{ value: { url: 'https://example.org/w.pdf', role: 'PDF' } }],
    });
    expect(record.identifiers.map(({ value, field }) => [value.scheme, value.value, field])).toEqual([
      ['ARXIV', '2605.01234', 'externalIds.ArXiv'],
      ['ACL', 'P19-1001', 'externalIds.ACL'],
      ['DBLP', 'conf/x/Example26', 'externalIds.DBLP'],
      ['PUBMED', '123', 'externalIds.PubMed'],
      ['SEMANTIC_SCHOLAR', SHA, 'paperId'],
    ]);
  });

  it('reads the lines of the data sets, whose names are in lower case', async () => {
    const line = {
      corpusid: 123,
      externalids: { ArXiv: null, DOI: '10.5555/X.1', PubMed: null },
      url: `https://www.semanticscholar.org/paper/${SHA}`,
      title: 'Widgets',
      authors: [{ authorId: '1', name: 'A. Example' }],
      venue: 'ArXiv',
      year: 2019,
      publicationdate: null,
      journal: { name: 'ArXiv' },
    };
    expect(await readAll(`${JSON.stringify(line)}\n{"corpusid":124,"title":""}\n`)).toMatchObject([
      {
        key: '123',
        identifiers: [
          { value: { scheme: 'DOI', value: '10.5555/x.1' }, field: 'externalids.DOI' },
          { value: { scheme: 'SEMANTIC_SCHOLAR', value: SHA }, field: 'url' },
        ],
        publishedOn: { value: '2019', field: 'year' },
        venue: null,
      },
      { number: 2, problem: 's2.json:2: expected a title, got nothing' },
    ]);
  });

  it('reads what a batch, a search and citations answer', async () => {
    const title = { value: 'Widgets & Gadgets' };
    expect(await readAll([PAPER, null, PAPER])).toMatchObject([
      { title },
      { number: 2, problem: 's2.json:1: expected an object, got nothing' },
      { number: 3, title },
    ]);
    expect(await readAll({ total: 2, offset: 0, data: [PAPER, PAPER] })).toMatchObject([{ title }, { title }]);
    expect(await readAll({ offset: 0, data: [{ citingPaper: PAPER }, { citedPaper: PAPER }] })).toMatchObject([
      { title },
      { title },
    ]);
    expect(await readAll({ recommendedPapers: [PAPER] })).toMatchObject([{ title }]);
    expect(await readAll(PAPER)).toMatchObject([{ title }]);
    expect(await readAll({ error: 'Paper not found' })).toMatchObject([
      { problem: 's2.json:1: expected a title, got nothing' },
    ]);
  });

  it('reads authors of whom only the name is given', async () => {
    const { authors } = await recordOf({ ...PAPER, authors: ['Ada Example', { name: 'Ben Sample' }, null] });
    expect(authors.map(({ value }) => value.name)).toEqual(['Ada Example', 'Ben Sample']);
  });

  it('takes an identifier of arXiv that lost a zero only where another field has none whole', async () => {
    const idsOf = async (externalIds: object): Promise<string[]> =>
      (await recordOf({ ...PAPER, paperId: null, url: null, externalIds })).identifiers.map(({ value }) => value.value);
    expect(await idsOf({ ArXiv: 2407.0877, DOI: '10.48550/arXiv.2407.00877' })).toEqual(['2407.00877']);
    expect(await idsOf({ ArXiv: 2407.0877 })).toEqual(['2407.08770']);
  });

  it('takes the name of the journal where there is no venue', async () => {
    const venueOf = async (names: object): Promise<unknown> =>
      (await recordOf({ ...PAPER, venue: '', ...names })).venue?.value ?? null;
    expect(await venueOf({ publicationVenue: { name: 'X Conference' }, journal: { name: 'XJ' } })).toBe('X Conference');
    expect(await venueOf({ journal: { name: 'XJ', pages: '1' } })).toBe('XJ');
    expect(await venueOf({ venue: 'arXiv.org', journal: { name: 'ArXiv' } })).toBeNull();
    expect(await venueOf({})).toBeNull();
  });
});
