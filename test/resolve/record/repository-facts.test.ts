import { startApi, type TestApi } from '../../support/api';

const REPOSITORY = 'https://github.com/example-lab/widgets';

/** A day of the hub's daily papers with one paper, whose repository has so many stars. */
const daily = (id: string, title: string, stars: number | null): string =>
  JSON.stringify([
    {
      paper: {
        id,
        title,
        summary: `We look at ${title.toLowerCase()}.`,
        githubRepo: REPOSITORY,
        ...(stars !== null && { githubStars: stars }),
      },
      title,
    },
  ]);

const link = (title: string, arxivId: string, repository: string, framework: string): object => ({
  paper_url: `https://paperswithcode.com/paper/${title.toLowerCase().replaceAll(' ', '-')}`,
  paper_title: title,
  paper_arxiv_id: arxivId,
  paper_url_abs: `https://arxiv.org/abs/${arxivId}`,
  paper_url_pdf: null,
  repo_url: repository,
  is_official: true,
  mentioned_in_paper: true,
  mentioned_in_github: false,
  framework,
});

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await api.importAny('daily_2026-05-14.json', daily('2605.01234', 'Widgets in the Wild', 50));
  await api.importAny('daily_2026-05-16.json', daily('2605.01235', 'Gadgets at Home', 40));
  await api.importAny('daily_2026-05-17.json', daily('2605.01236', 'Gizmos and Their Uses', null));
  await api.importAny(
    'links.json',
    JSON.stringify([
      link('Widgets in the Wild', '2605.01234', `${REPOSITORY}/tree/main/code`, 'tf'),
      link('Gadgets at Home', '2605.01235', REPOSITORY, 'pytorch'),
      link('Gizmos and Their Uses', '2605.01236', REPOSITORY, 'none'),
      link('Gizmos and Their Uses', '2605.01236', 'https://github.com/others/bare', 'none'),
    ]),
  );
});
afterAll(() => api.close());

describe('a repository', () => {
  const query = `query ($name: String!, $owner: String!) {
    repository(owner: $owner, name: $name) { paperCount stars { count day } frameworks }
  }`;

  it('says of what records state the newest stars, and every framework', async () => {
    expect(await api.query(query, { owner: 'example-lab', name: 'widgets' })).toEqual({
      repository: { paperCount: 3, stars: { count: 40, day: '2026-05-16' }, frameworks: ['pytorch', 'tf'] },
    });
  });

  it('says nothing where no record does', async () => {
    expect(await api.query(query, { owner: 'others', name: 'bare' })).toEqual({
      repository: { paperCount: 1, stars: null, frameworks: [] },
    });
  });

  it('is read with all others of a list at once', async () => {
    const count = async (first: number): Promise<number> => {
      const { statements } = await api.log.during(() =>
        api.query(`{ repositories(first: ${first}) { nodes { stars { count } frameworks } } }`),
      );
      return statements.length;
    };
    expect(await count(2)).toBe(await count(1));
  });
});
