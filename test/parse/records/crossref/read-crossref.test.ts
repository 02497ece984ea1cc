import { readCrossref } from '../../../../src/parse/records/crossref/read-crossref';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const WORK = {
  indexed: { 'date-parts': [[2026, 7, 1]] },
  DOI: '10.5555/X.1',
  type: 'journal-article',
  title: ['Widgets in <i>vivo</i>\n &amp;amp; more'],
  'container-title': ['X Journal'],
  author: [
    {
      given: 'Ada B.',
      family: 'Example',
      ORCID: 'http://orcid.org/0000-0002-1825-0097',
      affiliation: [{ name: 'Example Lab' }],
      sequence: 'first',
    },
    { family: 'M\u00fcller', suffix: 'Jr.', sequence: 'additional' },
    { name: 'The Widget {Collaboration}', sequence: 'additional' },
    { sequence: 'additional' },
  ],
  abstract:
    '<jats:title>Abstract</jats:title><jats:p>We count <jats:italic>widgets</jats:italic>.</jats:p><jats:p>They age.</jats:p>',
  issued: { 'date-parts': [[2026, 5]] },
  'published-print': { 'date-parts': [[2026, 6, 1]] },
  subject: ['Counting', 'Counting'],
  resource: { primary: { URL: 'https://aclanthology.org/P19-1001' } },
  link: [
    { URL: 'https://example.org/w.pdf', 'content-type': 'application/pdf' },
    { URL: 'https://example.org/w.xml', 'content-type': 'text/xml' },
  ],
  relation: {
    'has-preprint': [{ 'id-type': 'arxiv', id: '2605.01234v1', 'asserted-by': 'subject' }],
    'is-version-of': [{ 'id-type': 'doi', id: '10.5555/other' }],
    'is-supplemented-by': [
      { 'id-type': 'uri', id: 'https://github.com/example-lab/widgets' },
      { 'id-type': 'doi', id: '10.5281/zenodo.1' },
    ],
    cites: [],
  },
};

const readAll = (value: unknown): Promise<unknown[]> =>
  allOf(readCrossref(piecesOf(typeof value === 'string' ? value : JSON.stringify(value)), 'works.json'));

const recordOf = async (work: object): Promise<SourceRecord> => (await readAll([work]))[0] as SourceRecord;

describe('readCrossref', () => {
  it('reads a work, each value with its field', async () => {
    const record = await recordOf(WORK);
    expect(record).toMatchObject({
      key: '10.5555/X.1',
      title: { value: 'Widgets in vivo & more', field: 'title' },
      abstract: { value: 'We count widgets.\n\nThey age.', field: 'abstract' },
      authors: [
        {
          value: {
            name: 'Ada B. Example',
            given: 'Ada B.',
            family: 'Example',
            orcid: '0000-0002-1825-0097',
            affiliations: ['Example Lab'],
          },
        },
        { value: { name: 'M\u00fcller Jr.', given: null, family: 'M\u00fcller' } },
        { value: { name: 'The Widget Collaboration', given: null, family: null } },
      ],
      publishedOn: { value: '2026-05', field: 'issued' },
      venue: { value: 'X Journal', field: 'container-title' },
      keywords: [{ value: 'Counting', field: 'subject' }],
      isWithdrawn: null,
    });
    expect(record.identifiers.map(({ value, field }) => [value.scheme, value.value, field])).toEqual([
      ['DOI', '10.5555/x.1', 'DOI'],
      ['ACL', 'P19-1001', 'resource.primary.URL'],
      ['ARXIV', '2605.01234', 'relation.has-preprint'],
    ]);
    expect(record.links.map(({ value }) => [value.url, value.role])).toEqual([
      ['https://aclanthology.org/P19-1001', 'LANDING'],
      ['https://example.org/w.pdf', 'PDF'],
      ['https://github.com/example-lab/widgets', 'OTHER'],
      ['https://doi.org/10.5281/zenodo.1', 'OTHER'],
    ]);
  });

  it('reads an answer with one work or many, a file of the yearly data and lines', async () => {
    const key = WORK.DOI;
    expect(await readAll({ status: 'ok', 'message-type': 'work', message: WORK })).toMatchObject([{ key }]);
    const list = { status: 'ok', 'message-type': 'work-list', message: { facets: {}, items: [WORK, WORK] } };
    expect(await readAll(JSON.stringify(list, null, 2))).toMatchObject([{ key }, { key }]);
    expect(await readAll({ items: [WORK, WORK] })).toMatchObject([{ key }, { key }]);
    expect(await readAll(`${JSON.stringify(WORK)}\n${JSON.stringify(WORK)}\n`)).toMatchObject([{ key }, { key }]);
  });

  it.each([
    [{ issued: { 'date-parts': [[null]] }, posted: { 'date-parts': [[2026, 2, 30]] } }, '2026-02', 'posted'],
    [
      { issued: { 'date-parts': [] }, 'published-online': { 'date-parts': [[2026, 3, 4]] } },
      '2026-03-04',
      'published-online',
    ],
    [{ issued: { 'date-parts': [['2026', '3']] } }, '2026-03', 'issued'],
    [{ issued: { 'date-parts': [2026, 3] } }, '2026-03', 'issued'],
  ])('reads the date of %j', async (dates, value, field) => {
    expect(await recordOf({ ...WORK, 'published-print': undefined, ...dates })).toMatchObject({
      publishedOn: { value, field },
    });
  });

  it('does not take the dates of the deposit for those of the work', async () => {
    expect(
      (await recordOf({ DOI: WORK.DOI, title: ['T'], created: { 'date-parts': [[2026, 1, 1]] } })).publishedOn,
    ).toBeNull();
  });

  it.each([
    [{ 'updated-by': [{ type: 'correction' }, { type: 'retraction', DOI: '10.1/x' }] }, 'updated-by'],
    [{ title: ['RETRACTED ARTICLE: Widgets'] }, 'title'],
    [{ title: ['[Withdrawn] Widgets'] }, 'title'],
    [{ 'update-to': [{ type: 'retraction' }], title: ['Retraction: Widgets'] }, null],
    [{ title: ['Retracted widgets: a study'] }, null],
  ])('knows from %j whether a work is taken back', async (members, field) => {
    expect((await recordOf({ ...WORK, ...members })).isWithdrawn?.field ?? null).toBe(field);
  });

  it.each([
    ['<p>One &lt; two.</p>', 'One < two.'],
    ['<jats:sec><jats:title>Summary</jats:title><jats:p>One.</jats:p></jats:sec>', 'One.'],
    ['<jats:title>Background</jats:title><jats:p>One.</jats:p>', 'Background\n\nOne.'],
    [
      '<jats:p>Of <jats:alternatives><jats:tex-math>$$x^2$$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives> we know.</jats:p>',
      'Of $x^2$ we know.',
    ],
    [
      '<jats:p>A <jats:tex-math>\\usepackage{a}\\begin{document}$y$\\end{document}</jats:tex-math>.</jats:p>',
      'A $y$ .',
    ],
    ['<jats:p></jats:p>', null],
    ['<jats:tex-math>never closed', 'never closed'],
  ])('reads the abstract %j', async (abstract, text) => {
    expect((await recordOf({ ...WORK, abstract })).abstract?.value ?? null).toBe(text);
  });

  it('says what is no work', async () => {
    expect(
      await readAll([
        { DOI: '10.1/x', title: [] },
        { status: 'failed', message: [{ message: 'No' }] },
      ]),
    ).toMatchObject([
      { problem: 'works.json:1: expected a title, got nothing' },
      { problem: 'works.json:1: expected a work, got an answer with the status "failed"' },
    ]);
    expect(await readAll('Resource not found.')).toEqual(['works.json:1: expected JSON, got "Resource not found."']);
  });
});
