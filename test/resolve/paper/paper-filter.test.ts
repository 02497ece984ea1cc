import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient } from '../../support/live';

let api: TestApi;
const COMMON = 'We study domain generalization with graph neural networks.';
const IN = { digest: '2025-03-12', topic: 'domain-generalization', paper: 'one-alpha', query: 'graph networks' };

beforeAll(async () => {
  // What is counted is what an answer takes that has to be made.
  api = await startSeededApi({ ANSWER_CACHE_BYTES: '0' });
  await api.importText('2025-03-12.txt', page('Mar 12', 'One Alpha', 'Two Beta', 'Three Gamma', 'Four Delta'));
});
afterAll(() => api.close());

function page(label: string, ...titles: readonly [string, string, string, string]): string {
  const [one, two, three, four] = titles;
  return digestText(label, [
    [one, abstractWith(`${COMMON} Code: https://github.com/acme/alpha.`)],
    [`${two} for Domain Generalization`, abstractWith(`${COMMON} Code will be released at github.com/acme/beta.`)],
    [
      three,
      abstractWith(
        `${COMMON} Data: https://huggingface.co/datasets/acme/gamma and https://github.com/acme/alpha/tree/x.`,
      ),
    ],
    [four, abstractWith(`${COMMON} The data set will be at https://huggingface.co/datasets/acme/delta soon.`)],
  ]);
}

interface Listed {
  slug: string;
  links: { kind: string; availability: string; repository: { nameWithOwner: string } | null }[];
  topics: { edges: { score: number; node: { slug: string } }[] };
}

const hasLink = (test: (link: Listed['links'][0]) => boolean) => (paper: Listed) => paper.links.some(test);
const isCode = ({ kind }: Listed['links'][0]) => kind === 'REPOSITORY';
const scores = (topic: string, least: number) => (paper: Listed) =>
  paper.topics.edges.some(({ score, node }) => node.slug === topic && score >= least);

/** Filters, and which papers fit them. */
const filters: [filter: string, fits: (paper: Listed) => boolean][] = [
  ['availability: AVAILABLE', hasLink((link) => isCode(link) && link.availability === 'AVAILABLE')],
  ['availability: ANNOUNCED', hasLink((link) => isCode(link) && link.availability === 'ANNOUNCED')],
  ['linkKinds: [DATASET]', hasLink(({ kind }) => kind === 'DATASET')],
  ['linkKinds: [REPOSITORY, DATASET]', hasLink(({ kind }) => ['REPOSITORY', 'DATASET'].includes(kind))],
  [
    'linkKinds: [DATASET], availability: ANNOUNCED',
    hasLink(({ kind, availability }) => kind === 'DATASET' && availability === 'ANNOUNCED'),
  ],
  [
    'repository: "git@github.com:ACME/alpha.git"',
    hasLink(({ repository }) => repository?.nameWithOwner === 'acme/alpha'),
  ],
  ['repository: "github.com/acme/beta"', hasLink(({ repository }) => repository?.nameWithOwner === 'acme/beta')],
  ['repository: "github.com/acme/no-such"', () => false],
  ['topics: { any: ["domain-generalization"] }, minTopicScore: 0.8', scores('domain-generalization', 0.8)],
  ['topics: { any: ["domain-generalization"] }, minTopicScore: 0', scores('domain-generalization', 0)],
  [
    'topics: { none: ["domain-generalization"] }, minTopicScore: 0.8',
    (paper) => !scores('domain-generalization', 0.8)(paper),
  ],
];

const slugsOf = (nodes: readonly { slug?: string }[]) => nodes.flatMap(({ slug }) => slug ?? []).sort();

async function whole(list: string, path: (data: never) => { nodes: Listed[] }): Promise<Listed[]> {
  const data = await api.query(
    list.replace(
      '$fields',
      'slug links { kind availability repository { nameWithOwner } } topics(minScore: 0) { edges { score node { slug } } }',
    ),
  );
  return path(data as never).nodes;
}

/** Each list that takes a filter, without and with it. */
const lists: [name: string, list: (args: string, fields: string) => string, path: string[]][] = [
  ['papers', (args, fields) => `{ papers(first: 100${args}) { ${fields} } }`, ['papers']],
  [
    'the papers of a digest',
    (args, fields) => `{ digest(slug: "${IN.digest}") { papers(first: 100${args}) { ${fields} } } }`,
    ['digest', 'papers'],
  ],
  [
    'the papers of a topic',
    (args, fields) => `{ topic(slug: "${IN.topic}") { papers(first: 100${args}) { ${fields} } } }`,
    ['topic', 'papers'],
  ],
  [
    'a search',
    (args, fields) =>
      `{ search(query: "${IN.query}", types: [PAPER], first: 100${args}) { ${fields.replace(/nodes \{ (.*) \}$/, 'nodes { ... on Paper { $1 } }')} } }`,
    ['search'],
  ],
  [
    'related papers',
    (args, fields) => `{ paper(by: { slug: "${IN.paper}" }) { relatedPapers(first: 100${args}) { ${fields} } } }`,
    ['paper', 'relatedPapers'],
  ],
];

const at = (data: unknown, path: string[]) =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data) as {
    nodes: Listed[];
    totalCount: number;
  };

describe.each(filters)('the filter {%s}', (filter, fits) => {
  it.each(lists)('leaves of %s those that fit, and counts them', async (_, list, path) => {
    const all = await whole(list('', 'nodes { $fields }'), (data) => at(data, path));
    const { nodes, totalCount } = at(
      await api.query(list(`, filter: { ${filter} }`, 'totalCount nodes { slug }')),
      path,
    );
    const counted = at(await api.query(list(`, filter: { ${filter} }`, 'totalCount')), path);
    expect(all.length).toBeGreaterThan(2);
    expect(slugsOf(nodes)).toEqual(slugsOf(all.filter(fits)));
    expect([totalCount, counted.totalCount]).toEqual([nodes.length, nodes.length]);
  });
});

describe('filters of papers', () => {
  it('leave some and take some in all that is listed here', async () => {
    const all = await whole('{ papers(first: 100) { nodes { $fields } } }', (data) => at(data, ['papers']));
    const numbers = filters.map(([, fits]) => all.filter(fits).length);
    expect(numbers.filter((number) => number === 0)).toHaveLength(1);
    expect(Math.max(...numbers)).toBeLessThan(all.length);
  });

  it('choose what is told as it happens', async () => {
    const client = socketClient(api.server.url);
    const heard = ['linkKinds: [DATASET]', 'repository: "github.com/acme/beta"', 'availability: AVAILABLE'].map(
      (filter) => listen(client, `subscription { paperAdded(filter: { ${filter} }) { paper { slug } } }`),
    );
    // The digest may be still to come.
    heard.push(listen(client, 'subscription { paperAdded(filter: { digest: "2025-03-13" }) { paper { slug } } }'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await api.importText('2025-03-13.txt', page('Mar 13', 'Five Epsilon', 'Six Zeta', 'Seven Eta', 'Eight Theta'));
    const counts = [2, 1, 2, 4];
    await Promise.all(heard.map(({ until }, index) => until(counts[index] as number)));
    expect(heard.map(({ results }) => results.length)).toEqual(counts);
    for (const { stop } of heard) stop();
    client.dispose?.();
  });
});

describe('what no filter can mean', () => {
  it.each([
    ['minTopicScore: 0.5', 'filter.minTopicScore'],
    ['minTopicScore: 0.5, topics: {}', 'filter.minTopicScore'],
    ['minTopicScore: 1.5, topics: { any: ["robustness"] }', 'filter.minTopicScore'],
    ['repository: "no address"', 'filter.repository'],
    ['repository: "https://example.com/a/b"', 'filter.repository'],
    ['repository: ""', 'filter.repository'],
  ])('is refused: {%s}', async (filter, argument) => {
    const { errors } = await api.send(`{ papers(filter: {${filter}}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it.each(['linkKinds: []', 'linkKinds: null, availability: null, repository: null, minTopicScore: null'])(
    'is no condition: {%s}',
    async (filter) => {
      const { all, some } = await api.query(
        `{ all: papers { totalCount } some: papers(filter: {${filter}}) { totalCount } }`,
      );
      expect(some).toEqual(all);
    },
  );
});

describe('a slug in a filter that is not there', () => {
  it.each([
    [
      'papers(filter: { topics: { any: ["robustness", "domain-generalisation"] } })',
      'filter.topics.any[1]',
      ['domain-generalization'],
    ],
    [
      'papers(filter: { topics: { all: ["collapse"] } })',
      'filter.topics.all[0]',
      ['neural-collapse', 'synthetic-data'],
    ],
    ['papers(filter: { topics: { none: ["gnn"] } })', 'filter.topics.none[0]', ['graph-neural-networks']],
    ['papers(filter: { topics: { any: ["xyzzy-plugh-quux"] } })', 'filter.topics.any[0]', []],
    ['papers(filter: { digest: "2025-03-14" })', 'filter.digest', ['2025-03-12', '2025-03-13']],
    ['search(query: "x", filter: { digest: "2024-01-01" })', 'filter.digest', ['2025-03-11', '2025-03-12']],
    ['topics(filter: { parent: "optimisation" })', 'filter.parent', ['optimization']],
  ])('is refused with the nearest: %s', async (field, argument, nearest) => {
    const { errors } = await api.send(`{ ${field} { totalCount } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument, nearest });
    expect(errors?.[0]?.message).toMatch(/expected the slug of a (topic|digest) that is there/);
    for (const slug of nearest) expect(errors?.[0]?.message).toContain(slug);
  });

  it.each([
    '{ topic(slug: "robustness") { papers(filter: { digest: "1999-01-01" }) { totalCount } } }',
    '{ digest(slug: "2025-03-12") { papers(filter: { topics: { any: ["no-such-topic"] } }) { totalCount } } }',
    '{ paper(by: { slug: "one-alpha" }) { relatedPapers(filter: { digest: "1999-01-01" }) { totalCount } } }',
  ])('is refused in every list: %s', async (query) => {
    expect((await api.send(query)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('ends a subscription before it begins', async () => {
    const client = socketClient(api.server.url);
    const heard = listen(
      client,
      'subscription { paperAdded(filter: { topics: { any: ["nothing-such"] } }) { cursor } }',
    );
    await heard.until(1);
    expect(JSON.stringify(heard.results[0])).toContain('filter.topics.any[0]');
    client.dispose?.();
  });

  it('is looked for once for each kind, however often and wherever an operation names it', async () => {
    const filter = 'filter: { digest: "2025-03-12", topics: { any: ["robustness"], none: ["optimization"] } }';
    const { statements } = await api.log.during(() =>
      api.query(
        `{ topics(first: 20, orderBy: { field: PAPER_COUNT }) { nodes { papers(first: 1, ${filter}) { nodes { id } } } } a: papers(${filter}) { totalCount } }`,
      ),
    );
    expect(statements.filter((statement) => /^select slug from topic/.test(statement))).toHaveLength(1);
    expect(statements.filter((statement) => /^select slug from digest/.test(statement))).toHaveLength(1);
  });
});
