import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { importRecordsText } from '../../support/import-records';
import { queryPlan } from '../../support/query-plan';
import type { LoggedStatement } from '../../support/statement-log';

let api: TestApi;

const entry = (key: string, fields: Record<string, string>): string =>
  `@article{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('')}}\n`;

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'].map(
  (name) => `${name} Graph Networks for Domain Generalization`,
);
const AUTHORS = [
  'Example, Ada B. and Muster, Ben',
  'A. Example and Cy Sample',
  'Examplé, Alan',
  'Muster, Ben',
  'Wang, Wei and Wang, Li',
  'Van Gool, Luc',
];
const VENUES = ['NeurIPS 2025', 'Proceedings of the 41st NeurIPS', 'Nature', 'Nature Methods', 'ICML', 'ICML'];
const YEARS = ['2024', '2025', '2025', '2025', '2026', '2026'];
const MONTHS = [null, null, '5', 'may', '1', null];
const CATEGORIES = ['cs.LG', 'cs.CV', 'stat.ML', 'cs.LG', 'hep-th', 'cs.LG'];

beforeAll(async () => {
  // What is counted is what an answer takes that has to be made.
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  const records = TITLES.map((title, index) =>
    entry(`k${index}`, {
      title,
      author: AUTHORS[index] as string,
      journal: VENUES[index] as string,
      year: YEARS[index] as string,
      ...(MONTHS[index] && { month: MONTHS[index] as string }),
      eprint: `2505.0000${index}`,
      eprinttype: 'arxiv',
      primaryclass: CATEGORIES[index] as string,
    }),
  );
  await importRecordsText(api, 'a.bib', records.join(''));
  const ris = `TY  - JOUR\nTI  - ${TITLES[1]}\nAU  - Example, A.\nAU  - Sample, Cy\nPY  - 2025\nER  - \n`;
  await importRecordsText(api, 'b.ris', ris);
  const text = 'We study domain generalization with graph neural networks. Code: https://github.com/acme/';
  await api.importText(
    '2026-03-12.txt',
    digestText('Mar 12', [
      ...TITLES.map((title, index): [string, string] => [
        `${title}\n\narXiv:2505.0000${index}`,
        abstractWith(`${text}${index}`),
      ]),
      ['Of Nobody: Domain Generalization', abstractWith(`${text}nobody`)],
    ]),
  );
});
afterAll(() => api.close());

/** Filters, and the papers that fit them by their places in the lists above. */
const filters: [filter: string, places: number[]][] = [
  ['author: "Ada Example"', [0, 1]],
  ['author: "Example, A."', [0, 1, 2]],
  ['author: "example"', [0, 1, 2]],
  ['author: "ÉXAMPLE, ALAN"', [1, 2]],
  ['author: "Wang"', [4]],
  ['author: "van Gool, L."', [5]],
  ['author: "Nobody Such"', []],
  ['venue: "neurips"', [0, 1]],
  ['venue: "Nature"', [2, 3]],
  ['venue: "Nature methods"', [3]],
  ['venue: "Nat"', []],
  ['category: "cs.LG"', [0, 3, 5]],
  ['category: "CS"', [0, 1, 3, 5]],
  ['category: "hep-th"', [4]],
  ['published: { from: "2025-01-01", to: "2025-12-31" }', [1, 2, 3]],
  ['published: { from: "2025-01-01", to: "2025-12-30" }', [2, 3]],
  ['published: { from: "2025-05-01", to: "2026-01-31" }', [2, 3, 4]],
  ['published: { from: "2025-05-02" }', [4, 5]],
  ['published: { to: "2024-12-31" }', [0]],
  ['source: BIBTEX', [0, 1, 2, 3, 4, 5]],
  ['source: RIS', [1]],
  ['source: CROSSREF', []],
  ['author: "Example", category: "cs"', [0, 1]],
  ['author: "Example", category: "cs", source: RIS', [1]],
  ['category: "cs.LG", source: BIBTEX, published: { from: "2025-01-01" }', [3, 5]],
  ['source: BIBTEX, topics: { any: ["domain-generalization"] }, hasRepository: true', [0, 1, 2, 3, 4, 5]],
  ['category: "cs.LG", digest: "2026-03-12", repository: "github.com/acme/3"', [3]],
  ['venue: "icml", firstSeenOn: { from: "2026-03-01" }', [4, 5]],
  ['venue: "icml", firstSeenOn: { to: "2026-03-01" }', []],
];

/** Each list that takes a filter. */
const lists: [name: string, list: (args: string, fields: string) => string, path: string[]][] = [
  ['papers', (args, fields) => `{ papers(first: 100${args}) { ${fields} } }`, ['papers']],
  [
    'papers by title',
    (args, fields) => `{ papers(first: 100, orderBy: { field: TITLE }${args}) { ${fields} } }`,
    ['papers'],
  ],
  [
    'the papers of a digest',
    (args, fields) => `{ digest(slug: "2026-03-12") { papers(first: 100${args}) { ${fields} } } }`,
    ['digest', 'papers'],
  ],
  [
    'the papers of a topic',
    (args, fields) => `{ topic(slug: "domain-generalization") { papers(first: 100${args}) { ${fields} } } }`,
    ['topic', 'papers'],
  ],
  [
    'a search',
    (args, fields) =>
      `{ search(query: "graph networks", types: [PAPER], first: 100${args}) { ${fields.replace('nodes { title }', 'nodes { ... on Paper { title } }')} } }`,
    ['search'],
  ],
  [
    'related papers',
    (args, fields) =>
      `{ paper(by: { title: "Of Nobody: Domain Generalization" }) { relatedPapers(first: 100${args}) { ${fields} } } }`,
    ['paper', 'relatedPapers'],
  ],
];

const at = (data: unknown, path: string[]) =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data) as {
    nodes: { title: string }[];
    totalCount: number;
  };

describe.each(filters)('the filter {%s}', (filter, places) => {
  it.each(lists)('leaves of %s those that fit, and counts them', async (_, list, path) => {
    const found = at(await api.query(list(`, filter: { ${filter} }`, 'totalCount nodes { title }')), path);
    const counted = at(await api.query(list(`, filter: { ${filter} }`, 'totalCount')), path);
    expect(found.nodes.map(({ title }) => title).sort()).toEqual(places.map((place) => TITLES[place] as string).sort());
    expect([found.totalCount, counted.totalCount]).toEqual([places.length, places.length]);
  });

  it.each(['FIRST_SEEN_ON', 'TITLE', 'TRENDING'])('is paged through in both directions by %s', async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const page = async (args: string) =>
        (
          await api.query(
            `{ papers(${args}, orderBy: { field: ${field}, direction: ${direction} }, filter: { ${filter} }) { nodes { title } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
          )
        ).papers;
      const all: string[] = (await page('first: 100')).nodes.map(({ title }: { title: string }) => title);
      const forwards: string[] = [];
      for (let after = '', hasNext = true; hasNext; ) {
        const { nodes, pageInfo } = await page(`first: 2${after}`);
        forwards.push(...nodes.map(({ title }: { title: string }) => title));
        [after, hasNext] = [`, after: ${JSON.stringify(pageInfo.endCursor)}`, pageInfo.hasNextPage];
      }
      const backwards: string[] = [];
      for (let before = '', hasPrevious = true; hasPrevious; ) {
        const { nodes, pageInfo } = await page(`last: 2${before}`);
        backwards.unshift(...nodes.map(({ title }: { title: string }) => title));
        [before, hasPrevious] = [`, before: ${JSON.stringify(pageInfo.startCursor)}`, pageInfo.hasPreviousPage];
      }
      expect([forwards, backwards]).toEqual([all, all]);
    }
  });
});

describe('what sources say, in a filter', () => {
  it.each([
    ['author: ""', 'filter.author', 'the name of an author'],
    ['author: "?!"', 'filter.author', 'the name of an author'],
    [`author: "${'a'.repeat(201)}"`, 'filter.author', 'at most 200 characters'],
    ['venue: " "', 'filter.venue', 'the name of a journal'],
    ['category: "cs.LG.X"', 'filter.category', 'a category of arXiv'],
    ['category: "machine learning"', 'filter.category', 'a category of arXiv'],
    ['published: { from: "2026-01-02", to: "2026-01-01" }', 'filter.published', '`from` no later than `to`'],
  ])('is refused: {%s}', async (filter, argument, expected) => {
    const { errors } = await api.send(`{ papers(filter: {${filter}}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(errors?.[0]?.message).toContain(expected);
  });

  it('is no condition where it is null or has no ends', async () => {
    const nothing = 'author: null, venue: null, category: null, source: null, published: {}';
    const { all, some } = await api.query(
      `{ all: papers { totalCount } some: papers(filter: {${nothing}}) { totalCount } }`,
    );
    expect(some).toEqual(all);
  });

  it.each([
    // One label: its index has the order, and the papers of the page are read by their keys.
    ['papers(first: 2, filter: { category: "cs.LG" }) { nodes { title } }', 2, 0],
    ['papers(last: 2, filter: { source: BIBTEX }) { nodes { title } }', 2, 0],
    ['papers(first: 2, filter: { category: "cs.LG" }) { totalCount }', 1, 0],
    // Several: how many papers have them is counted first, and they are put in order.
    ['papers(first: 2, filter: { author: "Ada Example" }) { nodes { title } }', 3, null],
    ['papers(first: 2, filter: { venue: "nature" }) { nodes { title } }', 3, null],
    ['papers(first: 2, filter: { published: { from: "2025-05-01" } }) { nodes { title } }', 3, null],
    ['papers(first: 2, filter: { author: "Example", category: "cs" }) { nodes { title } }', 3, null],
    ['papers(first: 2, orderBy: { field: TITLE }, filter: { author: "Example" }) { nodes { title } }', 2, null],
    ['papers(filter: { author: "Ada Example" }) { totalCount }', 1, null],
    ['papers(filter: { venue: "nature" }) { totalCount }', 1, null],
    ['papers(filter: { published: { from: "2025-05-01" } }) { totalCount }', 1, null],
    ['papers(filter: { author: "Ada Example", category: "cs" }) { totalCount }', 2, null],
  ])('enters indexes: %s', async (field, statements, sorts) => {
    const { logged } = await api.log.during(() => api.query(`{ ${field} }`));
    expect(logged).toHaveLength(statements);
    // What is asked of the engine is logged as well.
    for (const statement of [...logged]) {
      const plan = await queryPlan(api, statement as LoggedStatement);
      expect(plan.scans).toEqual([]);
      if (sorts !== null) expect(plan.sorts).toBe(sorts);
      if (statement.text.includes('paper_label')) expect(plan.entered.join()).toMatch(/label/);
    }
  });

  it('takes as many statements for many topics as for one', async () => {
    const topics = (first: number) =>
      api.log.during(() =>
        api.query(
          `{ topics(first: ${first}) { nodes { papers(first: 2, filter: { author: "Ada Example", category: "cs" }) { totalCount nodes { title } } } } }`,
        ),
      );
    const [one, some] = [await topics(1), await topics(4)];
    expect(some.statements.length).toBe(one.statements.length);
  });
});
