import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { queryPlan } from '../../support/query-plan';
import type { LoggedStatement } from '../../support/statement-log';

const DOI = '10.1145/3292500.ABC';

let api: TestApi;
beforeAll(async () => {
  // What is counted is what an answer takes that has to be made.
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await api.importText(
    '2025-03-10.txt',
    digestText('Mar 10', [
      ['Seas', abstractWith('There are seven. Code: https://github.com/acme/seas.')],
      ['Fr\\"ohliche Wellen', abstractWith('Its project page is https://waves-lab.org/page/.')],
      [
        'A Report on Tides',
        'Lakes and rivers of the north rise twice a day. Their banks were measured in spring, and a model of the water is fitted.',
      ],
    ]),
  );
  await api.importText(
    '2025-03-11.txt',
    digestText('Mar 11', [
      [
        'A Report on Tides',
        'Moons pull at planets. From orbits of two hundred comets a law of gravity is derived that needs no dark matter at all.',
      ],
      [
        'Ponds',
        abstractWith('See https://waves-lab.org/page, https://arxiv.org/abs/2411.00001 and github.com/acme/seas.'),
      ],
    ]),
  );
  await api.writer.query("update paper set arxiv_id = '2503.00007' where title = 'Seas'");
  await api.writer.query(`update paper set doi = '${DOI.toLowerCase()}' where title = 'Ponds'`);
});
afterAll(() => api.close());

const paperBy = async (by: object) =>
  (await api.query('query ($by: PaperKey!) { paper(by: $by) { title } }', { by })).paper?.title ?? null;

const idOf = (slug: string) => Buffer.from(`Paper:${slug}`).toString('base64url');

describe('a paper', () => {
  it.each([
    [{ slug: 'seas' }, 'Seas'],
    [{ id: idOf('ponds') }, 'Ponds'],
    [{ arxivId: '2503.00007' }, 'Seas'],
    [{ arxivId: 'arXiv:2503.00007v3' }, 'Seas'],
    [{ arxivId: 'https://arxiv.org/pdf/2503.00007v1.pdf' }, 'Seas'],
    [{ doi: DOI }, 'Ponds'],
    [{ doi: `https://doi.org/${DOI}` }, 'Ponds'],
    [{ doi: '10.48550/arXiv.2503.00007' }, 'Seas'],
    [{ url: `http://dx.doi.org/${DOI}` }, 'Ponds'],
    [{ url: 'https://arxiv.org/abs/2503.00007' }, 'Seas'],
    [{ url: 'https://doi.org/10.48550/arXiv.2503.00007' }, 'Seas'],
    [{ url: 'arxiv.org/abs/2411.00001v2' }, 'Ponds'],
    [{ url: 'waves-lab.org/page/index.html' }, 'Fr\\"ohliche Wellen'],
    [{ url: 'git@github.com:ACME/seas.git' }, 'Ponds'],
    [{ url: 'https://github.com/acme/seas/tree/main/src' }, 'Ponds'],
    [{ title: 'FRÖHLICHE  wellen (v2)' }, 'Fr\\"ohliche Wellen'],
  ])('is found by %j', async (by, title) => {
    expect(await paperBy(by)).toBe(title);
  });

  it.each([
    { slug: 'x' },
    { id: idOf('x') },
    { arxivId: '2411.00001' },
    { doi: '10.1145/1' },
    { url: 'https://example.com/x' },
    { url: 'http://127.0.0.1/x' },
    { title: '…' },
  ])('is null where nothing has %j', async (by) => {
    expect(await paperBy(by)).toBeNull();
  });

  it('of a title that two have is the one that was seen first', async () => {
    const { paper, papers } = await api.query(
      '{ paper(by: { title: "a report on tides" }) { firstSeenOn } papers { nodes { title } } }',
    );
    expect(papers.nodes.filter(({ title }: { title: string }) => title === 'A Report on Tides')).toHaveLength(2);
    expect(paper.firstSeenOn).toBe('2025-03-10');
  });

  it.each([
    [{ slug: 'Not A Slug' }, 'by.slug: expected a slug'],
    [{ id: Buffer.from('Topic:robustness').toString('base64url') }, 'by.id: expected the id of a paper'],
    [{ id: '?' }, 'by.id: expected an id'],
    [{ arxivId: '25' }, 'by.arxivId: expected an arXiv identifier'],
    [{ doi: 'x' }, 'by.doi: expected a DOI'],
    [{ url: 'no address' }, 'by.url: expected a web address'],
    [{ title: ' ' }, 'by.title: expected a title'],
    [{ title: 'x'.repeat(1_001) }, 'by.title: expected at most 1000 characters'],
  ])('refuses %j', async (by, message) => {
    const { errors } = await api.send('query ($by: PaperKey!) { paper(by: $by) { title } }', { by });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('a key of several', () => {
  it.each([{}, { slug: 'x', doi: DOI }, { slug: null }, { slug: 'seas', doi: null }, { isbn: '1' }])(
    'is refused as a variable: %j',
    async (by) => {
      const { errors } = await api.send('query ($by: PaperKey!) { paper(by: $by) { title } }', { by });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors?.[0]?.message).toMatch(/PaperKey|"slug" must be non-null/);
    },
  );

  it.each(['{}', '{ slug: "x", doi: "y" }', '{ slug: null }'])('is refused as a literal: %s', async (by) => {
    const { errors } = await api.send(`{ paper(by: ${by}) { title } }`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('PaperKey'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it.each([
    ['paper(by: { slug: $slug }) { title }', 'by'],
    ['papersBy(keys: [{ title: "x" }, { slug: $slug }]) { title }', 'keys'],
  ])('takes a variable inside, unless it is null: %s', async (field, argument) => {
    const ask = (variables: object) => api.send(`query ($slug: String) { ${field} }`, variables);
    expect((await ask({ slug: 'seas' })).errors).toBeUndefined();
    for (const variables of [{}, { slug: null }]) {
      expect((await ask(variables)).errors).toMatchObject([
        {
          message: expect.stringContaining(
            `${argument}: expected exactly one of slug, id, arxivId, doi, identifier, url, title, and that not null, got`,
          ),
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ]);
    }
  });

  it('is told of to those who ask for the schema', async () => {
    expect(await api.query('{ __type(name: "PaperKey") { isOneOf inputFields { name } } }')).toEqual({
      __type: {
        isOneOf: true,
        inputFields: ['slug', 'id', 'arxivId', 'doi', 'identifier', 'url', 'title'].map((name) => ({ name })),
      },
    });
  });
});

describe('a look-up of many', () => {
  const keys = [
    { title: 'ponds' },
    { slug: 'seas' },
    { url: 'waves-lab.org/page' },
    { arxivId: '2503.00007' },
    { slug: 'x' },
    { doi: DOI },
    { title: 'seas' },
    { id: idOf('ponds') },
    { url: 'github.com/acme/seas' },
    { arxivId: '2599.00001' },
    { slug: 'seas' },
  ];
  const papersBy = 'query ($keys: [PaperKey!]!) { papersBy(keys: $keys) { title } }';

  it('of papers has the order of the keys, and one statement for each kind of key', async () => {
    const { answer, statements } = await api.log.during(() => api.query(papersBy, { keys }));
    expect(answer.papersBy.map((paper: { title: string } | null) => paper?.title ?? null)).toEqual([
      'Ponds',
      'Seas',
      'Fr\\"ohliche Wellen',
      'Seas',
      null,
      'Ponds',
      'Seas',
      'Ponds',
      'Ponds',
      null,
      'Seas',
    ]);
    // An id is a slug to the database.
    expect(statements).toHaveLength(5);
  });

  it('of papers goes through no table', async () => {
    const { logged } = await api.log.during(() => api.query(papersBy, { keys }));
    const plans = await Promise.all(logged.map((statement) => queryPlan(api, statement as LoggedStatement)));
    expect(plans.map(({ scans }) => scans)).toEqual([[], [], [], [], []]);
  });

  it('of topics has the order of the slugs, and one statement', async () => {
    const { answer, statements } = await api.log.during(() =>
      api.query('{ topicsBy(slugs: ["robustness", "no-such-topic", "optimization", "robustness"]) { slug } }'),
    );
    expect(answer.topicsBy).toEqual([{ slug: 'robustness' }, null, { slug: 'optimization' }, { slug: 'robustness' }]);
    expect(statements).toHaveLength(1);
  });

  it('of repositories takes addresses in any spelling, and one statement', async () => {
    const urls = [
      'git@github.com:ACME/Seas.git',
      'https://example.com',
      'github.com/acme/seas/tree/main',
      'acme.org/x',
    ];
    const { answer, statements } = await api.log.during(() =>
      api.query('query ($urls: [String!]!) { repositoriesBy(urls: $urls) { nameWithOwner } }', { urls }),
    );
    const seas = { nameWithOwner: 'acme/seas' };
    expect(answer.repositoriesBy).toEqual([seas, null, seas, null]);
    expect(statements).toHaveLength(1);
  });

  it.each([
    ['papersBy(keys: $all) { id }', '[PaperKey!]!', { slug: 'x' }, 'keys'],
    ['topicsBy(slugs: $all) { id }', '[String!]!', 'x', 'slugs'],
    ['repositoriesBy(urls: $all) { id }', '[String!]!', 'github.com/a/b', 'urls'],
  ])('is of at most 100: %s', async (field, type, one, argument) => {
    const ask = (count: number) => api.send(`query ($all: ${type}) { ${field} }`, { all: Array(count).fill(one) });
    expect((await ask(100)).errors).toBeUndefined();
    expect((await ask(101)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it.each([
    ['papersBy(keys: [{ slug: "x" }, { doi: "x" }]) { id }', 'keys[1].doi'],
    ['topicsBy(slugs: ["x", "X"]) { id }', 'slugs[1]'],
    ['repositoriesBy(urls: ["github.com/a/b", "no address"]) { id }', 'urls[1]'],
  ])('names the key that is wrong: %s', async (field, argument) => {
    const { errors } = await api.send(`{ ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});
