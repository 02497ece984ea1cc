import { readEvaluationTables } from '../../../../src/parse/records/papers-with-code/read-evaluation-tables';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { standsForTitle } from '../../../../src/parse/records/stated';
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

  it.each([
    [
      'https://github.com/Example-Lab/widgets/',
      'https://github.com/Example-Lab/widgets',
      'github.com/Example-Lab/widgets',
    ],
    ['', 'https://www.example.org/paper.pdf', 'example.org/paper.pdf'],
    [null, 'https://paperswithcode.com/paper/widgets-in-the-wild', 'paperswithcode:widgets-in-the-wild'],
    ['n/a', 'https://doi.org/10.5555/W.1', 'doi:10.5555/w.1'],
  ])('calls a paper that has %j for a title, and the address %s, so', async (paper_title, paper_url, name) => {
    const row = { ...rowOf({ paper: 'x', model: 'A' }), paper_title, paper_url };
    const [record] = (await readAll({
      ...taskOf('Counting', []),
      datasets: [{ dataset: 'T', sota: { rows: [row] } }],
    })) as SourceRecord[];
    expect(record?.title).toEqual({ value: name, field: 'paper_title', asWritten: paper_title ?? '' });
    expect(record?.results).toHaveLength(1);
    expect(standsForTitle((record as SourceRecord).title)).toBe(true);
  });

  it('tells of papers that nothing names, and of what is no task', async () => {
    const row = { ...rowOf({ paper: 'x', model: 'A' }), paper_title: '?', paper_url: 'widgets' };
    const tree = { ...taskOf('Counting', []), datasets: [{ dataset: 'Town', sota: { rows: [row, 5, null] } }, 'x'] };
    expect(
      await readAll(tree, 5, taskOf('Ageing', [datasetOf('Town', [{ paper: 'Title', model: 'A' }])])),
    ).toMatchObject([
      { number: 1, problem: 'tables.json: record 1: expected a title, got "?"' },
      { number: 2, problem: expect.stringMatching(/^tables\.json:\d+: expected a task, got a number$/) },
      { number: 3, title: { value: 'Title' } },
    ]);
  });

  it.each([
    [
      'in a list',
      [
        { name: 'EM', value: '80.1%' },
        { metric: 'F1', value: -2 },
        { name: 'none', value: null },
      ],
    ],
    ['in a text', '{"EM": "80.1%", "F1": -2, "none": null}'],
    ['in a text that is a list', '[{"metric_name": "EM", "value": "80.1%"}, {"F1": -2}]'],
    ['in objects with a value', { EM: { value: '80.1%' }, F1: { value: -2, unit: 'points' } }],
  ])('reads metrics %s', async (_, metrics) => {
    const [record] = (await readAll(
      taskOf('Counting', [datasetOf('Town', [{ paper: 'First', model: 'A', metrics: metrics as object }])]),
    )) as SourceRecord[];
    expect(record?.results.map(({ value: { metric, value } }) => [metric, value])).toEqual([
      ['EM', '80.1%'],
      ['F1', '-2'],
    ]);
  });

  it('tells metrics of several parts by both names, and gives each of several values', async () => {
    const metrics = {
      'Accuracy (%)': { Dev: '1', Test: { EM: '2', deep: { deeper: { deepest: { none: 1 } } } } },
      mAP: ['3', '4'],
    };
    const [record] = (await readAll(
      taskOf('Counting', [datasetOf('Town', [{ paper: 'First', model: 'A', metrics }])]),
    )) as SourceRecord[];
    expect(record?.results.map(({ field, value: { metric, value } }) => [field, metric, value])).toEqual([
      ['metrics.Accuracy (%).Dev', 'Accuracy (%) Dev', '1'],
      ['metrics.Accuracy (%).Test.EM', 'Accuracy (%) Test EM', '2'],
      ['metrics.mAP', 'mAP', '3'],
      ['metrics.mAP', 'mAP', '4'],
    ]);
  });

  it('reads rows, datasets and subtasks that stand under their names, and several models of one row', async () => {
    const row = { ...rowOf({ paper: 'First', model: '' }), model_name: ['A', ' B ', { name: 'C' }] };
    const tree = {
      task: 'Counting',
      datasets: { town: { dataset: 'Town', sota: { rows: { 1: row } } }, country: { dataset: 'Country', sota: [row] } },
      subtasks: { task: 'Fine counting', datasets: { dataset: 'Village', sota: { rows: [row] } } },
    };
    const [record] = (await readAll(tree)) as SourceRecord[];
    expect(record?.results.map(({ value: { task, dataset, model } }) => [task, dataset, model])).toEqual([
      ['Counting', 'Town', 'A, B, C'],
      ['Counting', 'Country', 'A, B, C'],
      ['Fine counting', 'Village', 'A, B, C'],
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
