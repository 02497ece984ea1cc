import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  const text = abstractWith('Code: https://github.com/example-lab/widgets.');
  await api.importText(
    '2026-05-14.txt',
    digestText('May 14', [
      ['Widgets in the Wild', text],
      ['Gadgets at Home', text],
      ['Gizmos and Their Uses', text],
    ]),
  );
  await api.importAny(
    'daily_2026-05-14.json',
    JSON.stringify([
      {
        paper: {
          id: '2605.01234',
          title: 'Widgets in the Wild',
          summary: text,
          authors: [{ name: 'Ada Example' }, { name: 'Ben Muster', hidden: true }],
          publishedAt: '2026-05-13T17:59:08.000Z',
          upvotes: 12,
          githubRepo: 'https://github.com/others/widgets-again',
          githubRepoAddedBy: 'auto',
          githubStars: 34,
          projectPage: 'https://widgets.example-lab.org/',
          ai_keywords: ['widget counting'],
        },
        title: 'Widgets in the Wild',
      },
    ]),
  );
  await api.importAny(
    'refs.bib',
    `@inproceedings{example2026,
  title = {Widgets in the Wild: Counted},
  author = {Example, Ada and Muster, Ben},
  booktitle = {Proceedings of Widgets},
  year = {2026},
  eprint = {2605.01234},
  archivePrefix = {arXiv},
  doi = {10.5555/X.1},
  url = {https://widgets.example-lab.org/paper.pdf},
}`,
  );
  await api.importAny(
    'gizmos.bib',
    '@misc{g, title = {Gizmos and Their Uses}, eprint = {2605.09999}, archivePrefix = {arXiv}}',
  );
  await api.importAny(
    'alone.bib',
    '@misc{a, title = {Nobody Else Knows of This}, eprint = {2605.08888}, archivePrefix = {arXiv}}',
  );
});
afterAll(() => api.close());

const WHOLE = `{ paper(by: { arxivId: "2605.01234" }) {
  slug title authors { name given family orcid affiliations } publishedOn publicationYear venue categories isWithdrawn doi
  identifiers { scheme value } readAt keywords { name topic { slug } } versions { number } results { task } votes { count day }
  links { kind url evidence { text } statements { role field isGuess stars record { number } } }
  records { number line key joinedBy source { file format licence isComplete } statements { fact value field asWritten isShown } }
} }`;

describe('a paper', () => {
  it('shows what counts of all that sources say', async () => {
    const { paper } = await api.query(WHOLE);
    expect(paper).toMatchObject({
      slug: 'widgets-in-the-wild',
      title: 'Widgets in the Wild',
      // The daily papers hide one.
      authors: [
        { name: 'Ada Example', given: 'Ada', family: 'Example', orcid: null, affiliations: [] },
        { name: 'Ben Muster', given: 'Ben', family: 'Muster', orcid: null, affiliations: [] },
      ],
      publishedOn: '2026-05-13',
      publicationYear: 2026,
      venue: 'Proceedings of Widgets',
      categories: [],
      isWithdrawn: false,
      doi: '10.5555/x.1',
      identifiers: [
        { scheme: 'ARXIV', value: '2605.01234' },
        { scheme: 'DOI', value: '10.5555/x.1' },
      ],
      keywords: [{ name: 'widget counting', topic: null }],
      versions: [],
      results: [],
      votes: { count: 12, day: '2026-05-14' },
    });
    expect(paper.readAt).toEqual(
      expect.arrayContaining(['https://arxiv.org/abs/2605.01234', 'https://doi.org/10.5555/x.1']),
    );
  });

  it('shows each record, why it is of the paper, and which of its values counts', async () => {
    const { paper } = await api.query(WHOLE);
    expect(paper.records).toMatchObject([
      {
        number: 1,
        joinedBy: ['ARXIV'],
        source: { file: 'daily_2026-05-14.json', format: 'HUB_DAILY', licence: null, isComplete: true },
      },
      { number: 1, line: 1, key: 'example2026', joinedBy: ['ARXIV'], source: { file: 'refs.bib', format: 'BIBTEX' } },
    ]);
    const statements = paper.records.flatMap((record: { statements: object[] }) => record.statements);
    const titles = statements.filter(({ fact }: { fact: string }) => fact === 'TITLE');
    expect(titles).toMatchObject([
      { value: 'Widgets in the Wild', isShown: true },
      {
        value: 'Widgets in the Wild: Counted',
        field: 'title',
        asWritten: 'Widgets in the Wild: Counted',
        isShown: false,
      },
    ]);
    expect(statements).toContainEqual({
      fact: 'IDENTIFIER',
      value: 'DOI:10.5555/x.1',
      field: 'doi',
      asWritten: '10.5555/X.1',
      isShown: true,
    });
  });

  it('is not said to be known by an identifier that one record alone names', async () => {
    const matches = async (arxivId: string) => {
      const { paper } = await api.query(`{ paper(by: { arxivId: "${arxivId}" }) { records { joinedBy } } }`);
      return paper.records.map(({ joinedBy }: { joinedBy: string[] }) => joinedBy);
    };
    expect(await matches('2605.09999')).toEqual([['TITLE']]);
    expect(await matches('2605.08888')).toEqual([[]]);
  });

  it('has links with the words of the text, and links with what sources state', async () => {
    const { paper } = await api.query(WHOLE);
    expect(paper.links).toMatchObject([
      {
        url: 'https://github.com/example-lab/widgets',
        evidence: { text: 'https://github.com/example-lab/widgets' },
        statements: [],
      },
      {
        url: 'https://github.com/others/widgets-again',
        evidence: null,
        statements: [{ role: 'CODE', isGuess: true, stars: 34, record: { number: 1 } }],
      },
      {
        kind: 'PROJECT_PAGE',
        url: 'https://widgets.example-lab.org/',
        evidence: null,
        statements: [{ role: 'PROJECT' }],
      },
    ]);
    const { resource } = await api.query(
      '{ resource(url: "github.com/others/widgets-again") { ... on Repository { papers { edges { link { evidence { text } } node { slug } } } } } }',
    );
    expect(resource.papers.edges).toEqual([{ link: { evidence: null }, node: { slug: 'widgets-in-the-wild' } }]);
  });

  it('that no record is of says so', async () => {
    const { paper } = await api.query(
      '{ paper(by: { slug: "gadgets-at-home" }) { records { number } identifiers { scheme } readAt keywords { name } votes { count } authors { name } publishedOn venue } }',
    );
    expect(paper).toEqual({
      records: [],
      identifiers: [],
      readAt: [],
      keywords: [],
      votes: null,
      authors: [],
      publishedOn: null,
      venue: null,
    });
  });

  it('is read with all that is said of it in one statement for all papers of a page', async () => {
    const { statements } = await api.log.during(() =>
      api.query(
        '{ papers(first: 2) { nodes { records { statements { value } joinedBy } keywords { topic { slug } } readAt votes { count } links { statements { field } } } } }',
      ),
    );
    expect(statements.filter((text) => /\brecord r\b/.test(text))).toHaveLength(1);
  });
});
