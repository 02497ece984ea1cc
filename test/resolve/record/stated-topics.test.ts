import { startApi, type TestApi } from '../../support/api';
import { datasetOf, type TableRow, tablesText, taskOf } from '../../support/evaluation-tables';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  const row = (n: number): TableRow => ({
    paper: `On the Making of Widget Number ${n}`,
    model: 'W',
    metrics: { EM: '80.1%' },
    arxivId: `2605.0000${n}`,
  });
  await api.importAny(
    'evaluation-tables.json',
    tablesText(
      taskOf('Question Answering', [datasetOf('SQuAD', [row(1), row(2), row(3)])]),
      taskOf('Widget Counting', [datasetOf('Town', [row(1)])]),
    ),
  );
  await api.importAny(
    'refs.bib',
    '@misc{w, title = {On the Making of Widget Number 1}, eprint = {2605.00001}, archivePrefix = {arXiv}, keywords = {Image Classification, widgets, GANs}}',
  );
});
afterAll(() => api.close());

describe('what sources file a paper under', () => {
  it('names a topic where it is the name of one, stays where it is none, and tags no paper', async () => {
    const { paper } = await api.query(
      '{ paper(by: { arxivId: "2605.00001" }) { keywords { name topic { slug } } results { task topic { slug } } topics { totalCount nodes { id } } } }',
    );
    expect(paper).toEqual({
      keywords: [
        { name: 'Image Classification', topic: { slug: 'image-classification' } },
        { name: 'widgets', topic: null },
        { name: 'GANs', topic: { slug: 'generative-adversarial-networks' } },
      ],
      results: [
        { task: 'Question Answering', topic: { slug: 'question-answering' } },
        { task: 'Widget Counting', topic: null },
      ],
      topics: { totalCount: 0, nodes: [] },
    });
  });

  it.each([
    // The papers, their records, the names of topics, the topics named.
    ['keywords { name topic { slug } } results { task topic { slug } }', 4],
    ['keywords { name } results { task }', 2],
  ])('takes as many statements for many papers as for one: %s', async (fields, expected) => {
    for (const n of [1, 100]) {
      const { statements } = await api.log.during(() => api.query(`{ papers(first: ${n}) { nodes { ${fields} } } }`));
      expect(statements).toHaveLength(expected);
    }
  });
});
