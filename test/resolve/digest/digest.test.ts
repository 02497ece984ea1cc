import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;

const page = (label: string | null, ...titles: string[]) =>
  digestText(
    label,
    titles.map((title) => [title, abstractWith('')]),
  );

beforeAll(async () => {
  api = await startApi();
  await api.importText('2025-03-10.txt', page('Mar 10', 'One Alpha', 'Two Beta', 'Three Gamma'));
  await api.importText('2025-03-11.txt', page('Mar 11', 'Two Beta', 'One Alpha', 'Four Delta'));
  await api.importText('2025-03-12.txt', page('Mar 12', 'Two Beta', 'Three Gamma', 'Four Delta', 'Five Epsilon'));
  await api.importText('2025-04-01-morning.txt', page(null, 'Six Zeta'), { date: '2025-04-01' });
  await api.importText('2025-04-01-noon.txt', page(null, 'Seven Eta', 'Six Zeta'), { date: '2025-04-01' });
  await api.importText('unknown.txt', page('Jan 2', 'Eight Theta', 'One Alpha'));
  await api.importText(
    'bare.txt',
    'Nine Iota\n\nThis is the abstract of a paper in a file that prints no header at all.\n',
  );
});
afterAll(() => api.close());

const digestOf = async (slug: string, fields: string) =>
  (await api.query(`{ digest(slug: "${slug}") { ${fields} } }`)).digest;

describe('the title of a digest', () => {
  it.each([
    ['2025-03-10', 'Trending papers, 10 March 2025'],
    ['2025-04-01-noon', 'Trending papers, 1 April 2025'],
    ['unknown', 'Trending papers, Jan 2'],
    ['bare', 'Trending papers, bare'],
  ])('of %s is %s', async (slug, title) => {
    expect(await digestOf(slug, 'title')).toEqual({ title });
  });

  it('is not its banner, which is null where none is printed', async () => {
    expect(await digestOf('2025-03-10', 'banner')).toEqual({ banner: 'Get trending papers in your email inbox!' });
    expect(await digestOf('bare', 'banner')).toEqual({ banner: null });
  });
});

describe('the papers of a digest', () => {
  it.each([
    ['2025-03-10', ['NEW', 'NEW', 'NEW'], [null, null, null]],
    ['2025-03-11', ['UP', 'DOWN', 'NEW'], [2, 1, null]],
    ['2025-03-12', ['UNCHANGED', 'RETURNED', 'UNCHANGED', 'NEW'], [1, null, 3, null]],
    ['2025-04-01-morning', ['NEW'], [null]],
    ['2025-04-01-noon', ['NEW', 'DOWN'], [null, 1]],
    ['unknown', ['NEW', 'RETURNED'], [null, null]],
  ])('of %s moved: %j', async (slug, movements, ranks) => {
    const { papers } = await digestOf(slug, 'papers { edges { movement previousRank } }');
    expect(papers.edges).toEqual(movements.map((movement, index) => ({ movement, previousRank: ranks[index] })));
  });

  it('that are new are counted, for all digests in one statement', async () => {
    const { answer, statements } = await api.log.during(() =>
      api.query('{ digests(orderBy: { field: DATE, direction: ASC }) { nodes { slug newPaperCount } } }'),
    );
    expect(answer.digests.nodes).toEqual([
      { slug: 'bare', newPaperCount: 1 },
      { slug: 'unknown', newPaperCount: 1 },
      { slug: '2025-03-10', newPaperCount: 3 },
      { slug: '2025-03-11', newPaperCount: 1 },
      { slug: '2025-03-12', newPaperCount: 1 },
      { slug: '2025-04-01-morning', newPaperCount: 1 },
      { slug: '2025-04-01-noon', newPaperCount: 1 },
    ]);
    expect(statements).toHaveLength(2);
  });
});

describe('digests of a time', () => {
  it.each([
    ['{ from: "2025-03-11" }', ['2025-04-01-noon', '2025-04-01-morning', '2025-03-12', '2025-03-11']],
    ['{ to: "2025-03-11" }', ['2025-03-11', '2025-03-10']],
    ['{ from: "2025-03-11", to: "2025-03-12" }', ['2025-03-12', '2025-03-11']],
    ['{ from: "2025-04-01", to: "2025-04-01" }', ['2025-04-01-noon', '2025-04-01-morning']],
    ['{ from: "2026-01-01" }', []],
  ])('%s are those, and so many', async (date, slugs) => {
    const { digests } = await api.query(`{ digests(filter: { date: ${date} }) { totalCount nodes { slug } } }`);
    expect(digests).toEqual({ totalCount: slugs.length, nodes: slugs.map((slug) => ({ slug })) });
  });

  it.each(['{}', '{ date: {} }', '{ date: null }'])('are all where nothing is said: %s', async (filter) => {
    expect(await api.query(`{ digests(filter: ${filter}) { totalCount } }`)).toEqual({ digests: { totalCount: 7 } });
  });

  it('do not end before they begin', async () => {
    const { errors } = await api.send(
      '{ digests(filter: { date: { from: "2025-03-12", to: "2025-03-11" } }) { totalCount } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.date' } }]);
  });
});
