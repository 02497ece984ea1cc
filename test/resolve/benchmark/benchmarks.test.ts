import { startApi, type TestApi } from '../../support/api';
import { datasetOf, type TableRow, tablesText, taskOf } from '../../support/evaluation-tables';
import { queryPlan } from '../../support/query-plan';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  // With the data set, metrics and values of a row of CoQA's leaderboard; all others are made up.
  const sdnet = {
    paper: 'SDNet: Contextualized Attention-based Deep Network for Conversational Question Answering',
    model: 'SDNet (ensemble)',
    metrics: { 'IN-DOMAIN': '80.7', 'OUT-OF-DOMAIN': '75.9', OVERALL: '79.3' },
    arxivId: '1812.03593',
  };
  const row = (n: number, model: string, metrics: object): TableRow => ({
    paper: `On the Making of Widget Number ${n}`,
    model,
    metrics,
    arxivId: `2605.0000${n}`,
  });
  await api.importAny(
    'evaluation-tables.json',
    tablesText(
      taskOf('Question Answering', [
        datasetOf('CoQA (Conversational Question Answering Challenge)', [sdnet, row(1, 'W', { OVERALL: 12 })]),
        datasetOf('SQuAD', [row(1, 'W', { EM: '80.1%' }), row(2, 'V', { F1: '-1' }), row(3, 'U', { EM: '+2' })]),
        datasetOf('Alpha', [row(2, 'V', { EM: '1' })]),
        datasetOf('beta', [row(2, 'V', { EM: '1' }), row(2, 'V+', { EM: '2' })]),
      ]),
      taskOf('Image Classification', [datasetOf('ImageNet', [row(1, 'W', { 'Top 1 Accuracy': '99' })])]),
      taskOf('Widget Counting', [datasetOf('Town', [row(1, 'W', { mAP: '1' })])]),
    ),
  );
});
afterAll(() => api.close());

const ofTopic = async (selection: string, slug = 'question-answering') =>
  (await api.query(`{ topic(slug: "${slug}") { ${selection} } }`)).topic;

describe('the benchmarks of a topic', () => {
  it('come with most papers first, equals by data set, and are counted', async () => {
    const { benchmarks } = await ofTopic(
      'benchmarks { totalCount nodes { task dataset metrics paperCount resultCount topic { slug } } }',
    );
    expect(benchmarks.totalCount).toBe(4);
    const of = { task: 'Question Answering', topic: { slug: 'question-answering' } };
    expect(benchmarks.nodes).toEqual([
      { ...of, dataset: 'SQuAD', metrics: ['EM', 'F1'], paperCount: 3, resultCount: 3 },
      {
        ...of,
        dataset: 'CoQA (Conversational Question Answering Challenge)',
        metrics: ['OVERALL', 'IN-DOMAIN', 'OUT-OF-DOMAIN'],
        paperCount: 2,
        resultCount: 2,
      },
      { ...of, dataset: 'Alpha', metrics: ['EM'], paperCount: 1, resultCount: 1 },
      { ...of, dataset: 'beta', metrics: ['EM'], paperCount: 1, resultCount: 2 },
    ]);
    expect(await ofTopic('benchmarks { totalCount nodes { id } }', 'optimization')).toEqual({
      benchmarks: { totalCount: 0, nodes: [] },
    });
  });

  it('are those of its descendants, too, unless it is alone that is asked for', async () => {
    const { all, own, ofNull, squad } = await ofTopic(
      `all: benchmarks { totalCount nodes { dataset topic { slug } } }
       own: benchmarks(includeDescendants: false) { totalCount nodes { dataset } }
       ofNull: benchmarks(includeDescendants: null, first: 0) { totalCount }
       squad: benchmarks(dataset: "squad") { totalCount nodes { dataset } }`,
      'natural-language-processing',
    );
    const topic = { slug: 'question-answering' };
    expect(all).toEqual({
      totalCount: 4,
      nodes: [
        { dataset: 'SQuAD', topic },
        { dataset: 'CoQA (Conversational Question Answering Challenge)', topic },
        { dataset: 'Alpha', topic },
        { dataset: 'beta', topic },
      ],
    });
    expect(own).toEqual({ totalCount: 0, nodes: [] });
    expect(ofNull).toEqual({ totalCount: 4 });
    expect(squad).toEqual({ totalCount: 1, nodes: [{ dataset: 'SQuAD' }] });
  });

  it('come in one order whatever topic they are of, and a cursor of all is none of its own', async () => {
    const [one, other] = await Promise.all(
      ['image-classification', 'computer-vision'].map((slug) => ofTopic('benchmarks { nodes { id } }', slug)),
    );
    expect(other).toEqual(one);
    const found: string[] = [];
    for (let after = ''; ; ) {
      const { benchmarks } = await ofTopic(
        `benchmarks(first: 1${after}) { nodes { dataset } pageInfo { endCursor hasNextPage } }`,
        'natural-language-processing',
      );
      found.push(...benchmarks.nodes.map(({ dataset }: { dataset: string }) => dataset.slice(0, 5)));
      after = `, after: "${benchmarks.pageInfo.endCursor}"`;
      if (!benchmarks.pageInfo.hasNextPage) break;
    }
    expect(found).toEqual(['SQuAD', 'CoQA ', 'Alpha', 'beta']);
    const { benchmarks } = await ofTopic('benchmarks(first: 1) { pageInfo { endCursor } }');
    const { errors } = await api.send(
      `{ topic(slug: "question-answering") { benchmarks(includeDescendants: false, after: "${benchmarks.pageInfo.endCursor}") { totalCount nodes { id } } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('are paged both ways', async () => {
    const pages = async (args: (cursor: string) => string, end: string) => {
      const found: string[][] = [];
      for (let cursor = ''; ; ) {
        const { benchmarks } = await ofTopic(
          `benchmarks(${args(cursor === '' ? '' : cursor)}) { nodes { dataset } pageInfo { ${end} hasNextPage hasPreviousPage } }`,
        );
        found.push(benchmarks.nodes.map(({ dataset }: { dataset: string }) => dataset.slice(0, 5)));
        const { hasNextPage, hasPreviousPage } = benchmarks.pageInfo;
        if (!(end === 'endCursor' ? hasNextPage : hasPreviousPage)) return found;
        cursor = benchmarks.pageInfo[end];
      }
    };
    expect(await pages((after) => `first: 3${after && `, after: "${after}"`}`, 'endCursor')).toEqual([
      ['SQuAD', 'CoQA ', 'Alpha'],
      ['beta'],
    ]);
    expect(await pages((before) => `last: 3${before && `, before: "${before}"`}`, 'startCursor')).toEqual([
      ['CoQA ', 'Alpha', 'beta'],
      ['SQuAD'],
    ]);
  });

  it('are found by their data set in any spelling, and a cursor of all is none of these', async () => {
    const { all, one, none } = await ofTopic(
      `all: benchmarks(first: 1) { pageInfo { endCursor } }
       one: benchmarks(dataset: "  squad ") { totalCount nodes { dataset } }
       none: benchmarks(dataset: "") { totalCount nodes { dataset } }`,
    );
    expect(one).toEqual({ totalCount: 1, nodes: [{ dataset: 'SQuAD' }] });
    expect(none).toEqual({ totalCount: 0, nodes: [] });
    const { errors } = await api.send(
      `{ topic(slug: "question-answering") { benchmarks(dataset: "SQuAD", after: "${all.pageInfo.endCursor}") { totalCount nodes { id } } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('have papers, newest first, each with its results as written and the records that state them', async () => {
    const { benchmarks } = await ofTopic(
      `benchmarks(dataset: "CoQA (Conversational Question Answering Challenge)") { nodes { papers { totalCount edges {
         node { arxivId } results { model values { metric value } } records { number source { format licence } } } } } }`,
    );
    const source = { format: 'PAPERS_WITH_CODE_EVALUATION_TABLES', licence: 'CC-BY-SA-4.0' };
    const [{ papers }] = benchmarks.nodes;
    expect(papers.totalCount).toBe(2);
    expect(papers.edges).toHaveLength(2);
    expect(papers.edges).toEqual(
      expect.arrayContaining([
        {
          node: { arxivId: '1812.03593' },
          results: [
            {
              model: 'SDNet (ensemble)',
              values: [
                { metric: 'IN-DOMAIN', value: '80.7' },
                { metric: 'OUT-OF-DOMAIN', value: '75.9' },
                { metric: 'OVERALL', value: '79.3' },
              ],
            },
          ],
          records: [{ number: 1, source }],
        },
        {
          node: { arxivId: '2605.00001' },
          results: [{ model: 'W', values: [{ metric: 'OVERALL', value: '12' }] }],
          records: [{ number: 2, source }],
        },
      ]),
    );
  });

  it('are nodes', async () => {
    const { benchmarks } = await ofTopic('benchmarks(first: 1) { nodes { id } }');
    const [{ id }] = benchmarks.nodes;
    expect(Buffer.from(id, 'base64url').toString()).toBe('Benchmark:question-answering/squad');
    const missing = Buffer.from('Benchmark:question-answering/none').toString('base64url');
    const { nodes } = await api.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Benchmark { dataset papers(last: 1) { totalCount nodes { arxivId } } } } }',
      { ids: [id, missing] },
    );
    expect(nodes).toEqual([
      { id, dataset: 'SQuAD', papers: { totalCount: 3, nodes: [{ arxivId: expect.any(String) }] } },
      null,
    ]);
    for (const key of ['question-answering', 'a/b/c', '/squad', 'Question/squad', 'question answering/squad']) {
      const { errors } = await api.send('query ($id: ID!) { node(id: $id) { id } }', {
        id: Buffer.from(`Benchmark:${key}`).toString('base64url'),
      });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('the number of SQL statements', () => {
  it.each([
    [
      'topics(first: $n, orderBy: { field: NAME, direction: DESC }) { nodes { benchmarks(first: 3) { nodes { dataset } } } }',
      2,
    ],
    // The topics, their benchmarks, how many, their papers, the records of these, their topic.
    [
      'topicsBy(slugs: ["question-answering", "image-classification", "optimization"]) { benchmarks(first: $n) { totalCount nodes { topic { slug } papers(first: $n) { totalCount edges { results { model } records { number } } } } } }',
      6,
    ],
  ])('does not depend on the length of the page: %s', async (field, expected) => {
    for (const n of [1, 4, 40]) {
      const { statements } = await api.log.during(() => api.query(`{ ${field.replaceAll('$n', String(n))} }`));
      expect(statements).toHaveLength(expected);
    }
  });

  it.each([
    ['benchmarks(first: 2) { nodes { dataset } }', 'topic_id'],
    ['benchmarks(last: 2) { nodes { dataset } }', 'topic_id'],
    ['benchmarks(first: 2) { totalCount }', 'topic_id'],
    ['benchmarks(first: 2, includeDescendants: false) { nodes { dataset } }', 'topic_id'],
    ['benchmarks(last: 2, includeDescendants: false) { nodes { dataset } }', 'topic_id'],
    ['benchmarks(first: 2, includeDescendants: false, dataset: "SQuAD") { nodes { dataset } }', 'topic_id'],
    ['benchmarks(first: 2, includeDescendants: false) { totalCount }', 'topic_id'],
    ['benchmarks(first: 2) { nodes { papers(first: 2) { edges { results { model } } } } }', 'benchmark_id'],
    ['benchmarks(first: 2) { nodes { papers(last: 2) { nodes { slug } } } }', 'benchmark_id'],
  ] as const)('enters indexes: %s', async (field, column) => {
    const { logged } = await api.log.during(() => api.query(`{ topic(slug: "question-answering") { ${field} } }`));
    const entered: string[] = [];
    for (const statement of logged.filter(({ text }) => text.includes('benchmark'))) {
      const plan = await queryPlan(api, statement);
      expect(plan.scans).toEqual([]);
      // That of a page, and that of all that are below a topic.
      const isOfTopics = statement.text.includes('topic_ancestor');
      if (!field.includes('dataset:')) expect(plan.sorts).toBeLessThanOrEqual(isOfTopics ? 2 : 1);
      entered.push(...plan.entered);
    }
    expect(entered.join()).toContain(column);
    // SQLite reads no more than the rows of the page.
    if (api.engine === 'sqlite' && !field.includes('totalCount')) {
      const page = { topic_id: 'topic_id=? AND rowid=?', benchmark_id: 'benchmark_id=? AND first_seen_key=?' }[column];
      expect(entered.join()).toContain(page);
    }
  });

  it('enters an index to find one by its id', async () => {
    const id = Buffer.from('Benchmark:question-answering/squad').toString('base64url');
    const { logged } = await api.log.during(() => api.query(`{ node(id: "${id}") { ... on Benchmark { dataset } } }`));
    expect(logged).toHaveLength(1);
    const plan = await queryPlan(api, logged[0] as (typeof logged)[number]);
    expect(plan.scans).toEqual([]);
    expect(plan.entered.join()).toContain('task_key');
  });
});
