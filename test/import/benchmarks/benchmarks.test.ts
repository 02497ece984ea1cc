import { gatherBenchmarks } from '../../../src/import/benchmarks/gather-benchmarks';
import { bringUpToDate } from '../../../src/import/bring-up-to-date';
import { createFactReader } from '../../../src/import/facts/facts';
import { readShippedVocabulary } from '../../../src/seeds';
import { contents, wrongCounters } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { datasetOf, type TableRow, tablesText, taskOf } from '../../support/evaluation-tables';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const row = (paper: string, model: string, metrics: object): TableRow => ({
  paper: `On the Making of Widget Number ${paper}`,
  model,
  metrics,
  arxivId: `2605.0000${paper}`,
});
const tables = (text: string, file = 'evaluation-tables.json') => store.importAny(file, text);

interface Stored {
  name: string;
  papers: number;
  results: number;
  metrics: string;
}

/** Each benchmark as `topic: task, data set (papers, results) metrics`. */
async function benchmarks(): Promise<string[]> {
  const rows: Stored[] = await store.writer.query(
    `select t.slug || ': ' || b.task || ', ' || b.dataset as name, b.paper_count as papers, b.result_count as results, b.metrics
     from benchmark b join topic t on t.id = b.topic_id order by b.task_key, b.dataset_key`,
  );
  return rows.map(({ name, papers, results, metrics }) => `${name} (${papers}, ${results}) ${JSON.parse(metrics)}`);
}

async function resultsOf(paper: string): Promise<unknown[]> {
  const rows: { results: string }[] = await store.writer.query(
    `select m.results from benchmark_paper m join paper p on p.id = m.paper_id where p.title like '% Number ${paper}' order by m.benchmark_id`,
  );
  return rows.flatMap(({ results }) => JSON.parse(results) as unknown[]);
}

describe('benchmarks', () => {
  it('are the tasks that name a topic, on each data set, with what records state there', async () => {
    await tables(
      tablesText(
        taskOf(
          'Image Classification',
          [
            datasetOf('ImageNet', [
              row('1', 'A', { 'Top 1 Accuracy': '92.4%', 'Params (M)': 12 }),
              row('2', 'B', { 'Top 1 Accuracy': -0.5 }),
            ]),
            datasetOf('Nobody', []),
          ],
          [
            taskOf('Fine-Grained Image Classification', [datasetOf('Birds', [row('1', 'A', { Accuracy: '1' })])]),
            taskOf('Visual Question Answering (VQA)', [datasetOf('GQA', [row('1', 'A', { Accuracy: '63.2' })])]),
          ],
        ),
      ),
    );
    expect(await benchmarks()).toEqual([
      'image-classification: Image Classification, ImageNet (2, 2) Top 1 Accuracy,Params (M)',
      'visual-question-answering: Visual Question Answering (VQA), GQA (1, 1) Accuracy',
    ]);
    expect(await resultsOf('1')).toEqual([
      {
        task: 'Image Classification',
        dataset: 'ImageNet',
        model: 'A',
        values: [
          { metric: 'Top 1 Accuracy', value: '92.4%' },
          { metric: 'Params (M)', value: '12' },
        ],
      },
      {
        task: 'Visual Question Answering (VQA)',
        dataset: 'GQA',
        model: 'A',
        values: [{ metric: 'Accuracy', value: '63.2' }],
      },
    ]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('have a row once that stands there twice, and both where they differ', async () => {
    const twice = row('1', 'A', { EM: '80.1', F1: '88.2' });
    await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [twice, twice])])));
    const again = { ...twice, metrics: { F1: '88.2', EM: '80.1' } };
    const other = row('1', 'A', { EM: '80.1%', F1: '88.2' });
    await tables(tablesText(taskOf('Question answering', [datasetOf('squad', [again, other])])), 'others.json');
    expect(await benchmarks()).toEqual([expect.stringContaining('(1, 2) EM,F1')]);
    expect(await resultsOf('1')).toHaveLength(2);
  });

  it('are one for a task and data set in several spellings, and named as most results spell them', async () => {
    await tables(
      tablesText(
        taskOf('Question Answering', [
          datasetOf('SQuAD 2.0', [row('1', 'A', { EM: '1' }), row('2', 'B', { EM: '2' })]),
          datasetOf('squad-2.0', [row('3', 'C', { EM: '3', f1: '4' })]),
          datasetOf('SQuAD', [row('4', 'D', { EM: '5' })]),
        ]),
        taskOf('QUESTION ANSWERING', [datasetOf('SQUAD 2.0', [row('5', 'E', { EM: '6' })])]),
      ),
    );
    expect(await benchmarks()).toEqual([
      'question-answering: Question Answering, SQuAD (1, 1) EM',
      'question-answering: Question Answering, SQuAD 2.0 (4, 4) EM,f1',
    ]);
  });

  it('leave out rows without a value, a data set, a task or a paper', async () => {
    const nothing = row('1', 'A', {});
    await tables(
      tablesText(
        taskOf('Question Answering', [
          datasetOf('SQuAD', [nothing, row('2', '', { EM: '1', F1: null, none: '' })]),
          datasetOf('', [row('1', 'A', { EM: '1' })]),
          datasetOf('CoQA', [{ paper: '', model: 'A', metrics: { EM: '1' } }]),
        ]),
        taskOf('', [datasetOf('SQuAD', [row('1', 'A', { EM: '1' })])]),
      ),
    );
    expect(await benchmarks()).toEqual(['question-answering: Question Answering, SQuAD (1, 1) EM']);
    expect(await resultsOf('2')).toEqual([
      { task: 'Question Answering', dataset: 'SQuAD', model: '', values: [{ metric: 'EM', value: '1' }] },
    ]);
  });

  it('are no reason to tag a paper', async () => {
    await tables(tablesText(taskOf('Image Classification', [datasetOf('ImageNet', [row('1', 'A', { Top: '1' })])])));
    expect(await store.writer.query('select * from paper_topic')).toEqual([]);
  });

  it('follow records that change and go, and end where they began', async () => {
    const before = tablesText(
      taskOf('Question Answering', [
        datasetOf('SQuAD', [row('1', 'A', { EM: '1' }), row('2', 'B', { EM: '2' })]),
        datasetOf('CoQA', [row('2', 'B', { F1: '2' })]),
      ]),
    );
    await tables(before);
    const first = await contents(store);
    await tables(
      tablesText(
        taskOf('Question Answering', [datasetOf('SQuAD', [row('1', 'A2', { EM: '9' }), row('3', 'C', { EM: '3' })])]),
      ),
    );
    expect(await benchmarks()).toEqual(['question-answering: Question Answering, SQuAD (2, 2) EM']);
    expect(await resultsOf('1')).toMatchObject([{ model: 'A2', values: [{ value: '9' }] }]);
    expect(await wrongCounters(store)).toEqual([]);
    await tables(before);
    const { benchmarks: boards, results } = await contents(store);
    expect({ boards, results }).toEqual({ boards: first.benchmarks, results: first.results });
    await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [row('1', 'A', { EM: '1' })])])));
    expect(await benchmarks()).toEqual(['question-answering: Question Answering, SQuAD (1, 1) EM']);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('go by papers, which other sources join, part and move', async () => {
    const one = row('1', 'A', { EM: '1' });
    const two = { ...row('2', 'B', { EM: '2' }), paper: 'Widgets under Another Name' };
    await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [one, two])])));
    expect(await benchmarks()).toEqual([expect.stringContaining('(2, 2)')]);
    const joining = `@misc{j, title = {${two.paper}}, doi = {10.5555/x.1}}`;
    await store.importAny('a.bib', joining);
    await store.importText(
      '2026-05-14.txt',
      digestText('May 14', [
        ['Something Else', abstractWith('Else.')],
        [`${one.paper}\n\narXiv:2605.00001`, abstractWith('Widgets.')],
      ]),
    );
    expect(await wrongCounters(store)).toEqual([]);
    await store.importText(
      '2026-05-14.txt',
      digestText('May 14', [
        [`${one.paper}\n\narXiv:2605.00001`, abstractWith('Widgets.')],
        [two.paper, abstractWith('Else.')],
      ]),
    );
    expect(await wrongCounters(store)).toEqual([]);
    expect(await benchmarks()).toEqual([expect.stringContaining('(2, 2)')]);
  });

  it('are the same in whatever order files come', async () => {
    const files = [
      [
        'one.json',
        tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [row('1', 'A', { EM: '1', F1: '2' })])])),
      ],
      [
        'two.json',
        tablesText(taskOf('question-answering', [datasetOf('SQUAD', [row('1', 'A', { F1: '2', EM: '1' })])])),
      ],
      ['three.json', tablesText(taskOf('Question Answering', [datasetOf('Squad', [row('1', 'B', { EM: '7' })])]))],
    ] as const;
    const found: Record<string, unknown[]>[] = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const other = await openStore();
      for (const index of order) {
        const [file, text] = files[index] as (typeof files)[number];
        await other.importAny(file, text);
      }
      found.push(await contents(other));
      await other.close();
    }
    for (const each of found) expect(each.results).toEqual(found[0]?.results);
    for (const each of found) expect(each.benchmarks).toEqual(found[0]?.benchmarks);
  });

  it('are gathered again by another vocabulary, and in a database of an earlier state, once', async () => {
    await tables(
      tablesText(
        taskOf('Question Answering', [datasetOf('SQuAD', [row('1', 'A', { EM: '1' }), row('2', 'B', { EM: '2' })])]),
        taskOf('Widget Counting', [datasetOf('Town', [row('1', 'A', { mAP: '1' })])]),
      ),
    );
    const before = await contents(store);
    expect(await gatherBenchmarks(store, store.factReader)).toBe(false);
    await store.writer.query('delete from benchmark');
    await store.writer.query('update corpus set benchmark_rules = null');
    expect(await gatherBenchmarks(store, store.factReader)).toBe(true);
    expect(await gatherBenchmarks(store, store.factReader)).toBe(false);
    expect(await contents(store)).toEqual(before);
    const counting = {
      slug: 'counting',
      name: 'Counting',
      parent: null,
      description: null,
      aliases: ['widget counting'],
    };
    const vocabulary = readShippedVocabulary().filter(({ slug }) => slug !== 'question-answering');
    await bringUpToDate(
      store,
      createFactReader([...vocabulary, { ...counting, terms: [], cues: [], exceptions: [], threshold: null }]),
    );
    expect(await benchmarks()).toEqual(['counting: Widget Counting, Town (1, 1) mAP']);
    await bringUpToDate(store, store.factReader);
    expect((await contents(store)).benchmarks).toEqual(before.benchmarks);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('take names of any length and script', async () => {
    const long = '𝔸ﷺ數據'.repeat(500);
    await tables(
      tablesText(
        taskOf('Question Answering', [
          datasetOf(long, [row('1', long, { [long]: long, x: '1' })]),
          datasetOf(`-${'a'.repeat(199)}-b`, [row('1', 'A', { EM: '1' })]),
          datasetOf('數據集', [row('1', 'A', { EM: '1' })]),
          datasetOf('?!', [row('1', 'A', { EM: '1' })]),
        ]),
      ),
    );
    expect(await benchmarks()).toHaveLength(4);
    await tables(tablesText(taskOf('Question Answering', [datasetOf(long, [row('1', 'B', { EM: '1' })])])));
    expect(await benchmarks()).toHaveLength(1);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('of thousands of rows are stored in seconds', async () => {
    const rows = Array.from({ length: 4_000 }, (_, n) => ({
      paper: `On the Making of Widget Number ${n % 1_500}`,
      model: `Model ${n}`,
      metrics: { EM: String(n), F1: `${n}%` },
      arxivId: `2605.${String(n % 1_500).padStart(5, '0')}`,
    }));
    const began = performance.now();
    await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', rows)])));
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await benchmarks()).toEqual(['question-answering: Question Answering, SQuAD (1500, 4000) EM,F1']);
  });

  it('are of papers that a table calls by an address alone, until another says the title', async () => {
    const repository = { paper: 'https://github.com/example-lab/widgets', model: 'A', metrics: { EM: '1' } };
    const onArxiv = {
      paper: 'https://arxiv.org/abs/2605.00001',
      model: 'B',
      metrics: { EM: '2' },
      arxivId: '2605.00001',
    };
    await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [repository, onArxiv])])));
    const titles = async () =>
      (await store.writer.query('select title from paper order by title')).map(({ title }: { title: string }) => title);
    expect(await titles()).toEqual(['arXiv:2605.00001', 'github.com/example-lab/widgets']);
    expect(await benchmarks()).toEqual([expect.stringContaining('(2, 2) EM')]);
    expect(await store.writer.query('select key from repository')).toEqual([{ key: 'github.com/example-lab/widgets' }]);
    // Whichever of the two comes first by what it says.
    for (const model of ['C', 'D', 'E', 'F']) {
      const named = row('1', model, { EM: '3' });
      await tables(tablesText(taskOf('Question Answering', [datasetOf('SQuAD', [named])])), `${model}.json`);
      expect(await titles()).toEqual(['On the Making of Widget Number 1', 'github.com/example-lab/widgets']);
    }
  });
});
