import { readEvaluationTables } from '../../../../src/parse/records/papers-with-code/read-evaluation-tables';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

interface Row {
  paper: string;
  model: string;
  metrics?: object;
}

const rowOf = ({ paper, model, metrics = { Accuracy: '92.4%' } }: Row): object => ({
  code_links: [{ title: 'example-lab/widgets', url: 'https://github.com/example-lab/widgets' }],
  metrics,
  model_links: [],
  model_name: model,
  paper_date: '2020-05-03',
  paper_title: paper,
  paper_url: paper === '' ? '' : `https://arxiv.org/abs/2005.0123${paper.length % 10}`,
  uses_additional_data: false,
});

const datasetOf = (dataset: string, rows: Row[], subdatasets: object[] = []): object => ({
  dataset,
  description: '',
  sota: { metrics: ['Accuracy'], rows: rows.map(rowOf) },
  subdatasets,
});

const taskOf = (task: string, datasets: object[], subtasks: object[] = []): object => ({
  categories: [],
  datasets,
  subtasks,
  task,
});

const readAll = (...tasks: unknown[]): Promise<unknown[]> =>
  allOf(readEvaluationTables(piecesOf(JSON.stringify(tasks, null, 1), 100), 'tables.json'));

describe('readEvaluationTables', () => {
  it('gathers the results of each paper in the order of first rows, through datasets and subtasks', async () => {
    const tree = taskOf(
      'Counting',
      [
        datasetOf(
          'Town',
          [
            { paper: 'First', model: 'A' },
            { paper: '', model: 'nobody' },
            { paper: 'Second one', model: 'B' },
          ],
          [
            datasetOf('Town at night', [
              { paper: 'First', model: 'A+', metrics: { mAP: '-0.5', 'Params (M)': 12, none: null } },
            ]),
          ],
        ),
        datasetOf('Country', []),
      ],
      [taskOf('Fine counting', [datasetOf('Village', [{ paper: 'First', model: 'A' }])])],
    );
    const all = (await readAll(tree)) as SourceRecord[];
    expect(all.map(({ number, line, title }) => [number, line, title.value])).toEqual([
      [1, 2, 'First'],
      [2, 2, 'Second one'],
    ]);
    expect(all[0]).toMatchObject({
      identifiers: [{ value: { scheme: 'ARXIV', value: '2005.01235' }, field: 'paper_url' }],
      publishedOn: { value: '2020-05-03', field: 'paper_date' },
      keywords: [],
      links: [
        { value: { url: 'https://arxiv.org/abs/2005.01235', role: 'LANDING' } },
        { value: { url: 'https://github.com/example-lab/widgets', role: 'CODE' }, field: 'code_links.url' },
      ],
    });
    expect(all[0]?.results).toEqual([
      {
        value: { task: 'Counting', dataset: 'Town', metric: 'Accuracy', value: '92.4%', model: 'A' },
        field: 'metrics.Accuracy',
        asWritten: '92.4%',
      },
      {
        value: { task: 'Counting', dataset: 'Town at night', metric: 'mAP', value: '-0.5', model: 'A+' },
        field: 'metrics.mAP',
        asWritten: '-0.5',
      },
      {
        value: { task: 'Counting', dataset: 'Town at night', metric: 'Params (M)', value: '12', model: 'A+' },
        field: 'metrics.Params (M)',
        asWritten: '12',
      },
      {
        value: { task: 'Fine counting', dataset: 'Village', metric: 'Accuracy', value: '92.4%', model: 'A' },
        field: 'metrics.Accuracy',
        asWritten: '92.4%',
      },
    ]);
  });

  it('calls a paper that has an address for a title by what the address names it', async () => {
    const url = 'https://arxiv.org/pdf/2005.01234v2.pdf';
    const row = { ...rowOf({ paper: 'x', model: 'A' }), paper_title: url, paper_url: url };
    expect(
      await readAll({ ...taskOf('Counting', []), datasets: [{ dataset: 'Town', sota: { rows: [row] } }] }),
    ).toMatchObject([
      {
        title: { value: 'arXiv:2005.01234', field: 'paper_title', asWritten: url },
        identifiers: [{ value: { scheme: 'ARXIV', value: '2005.01234' } }],
        results: [{ value: { task: 'Counting' } }],
      },
    ]);
  });

  it('tells of papers that have an address for a title which names none, and of what is no task', async () => {
    const url = 'https://github.com/example-lab/widgets';
    const row = { ...rowOf({ paper: 'x', model: 'A' }), paper_title: url, paper_url: url };
    const tree = { ...taskOf('Counting', []), datasets: [{ dataset: 'Town', sota: { rows: [row, 5, null] } }, 'x'] };
    expect(
      await readAll(tree, 5, taskOf('Ageing', [datasetOf('Town', [{ paper: 'Title', model: 'A' }])])),
    ).toMatchObject([
      {
        number: 1,
        problem: 'tables.json: record 1: expected a title, got the address "https://github.com/example-lab/widgets"',
      },
      { number: 2, problem: expect.stringMatching(/^tables\.json:\d+: expected a task, got a number$/) },
      { number: 3, title: { value: 'Title' } },
    ]);
  });

  it('reads tasks within tasks however deep they nest', async () => {
    let tree = taskOf('Deepest', [datasetOf('Town', [{ paper: 'Title', model: 'A' }])]);
    for (let depth = 0; depth < 400; depth += 1) tree = { subtasks: [tree] };
    expect(await allOf(readEvaluationTables(piecesOf(JSON.stringify(tree)), 't.json'))).toMatchObject([
      { title: { value: 'Title' } },
    ]);
  });
});
