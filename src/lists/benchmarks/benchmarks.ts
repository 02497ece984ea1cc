import sql from 'sql-template-tag';
import { columnsOf } from '../../store/columns';
import { Benchmark } from '../../store/entities/topic/benchmark';
import { type Db, parseJson, run, table } from '../../store/sql';
import type { ChildList, Window } from '../paging/list';
import type { Page } from '../paging/page';
import { countChildren, readPages } from '../paging/read-pages';
import { fromBenchmarkKey } from './benchmark-key';

/** Benchmarks by public key, in any order. */
export async function benchmarksByKey(db: Db, keys: readonly string[]): Promise<(Benchmark & { key: string })[]> {
  const asked = table(
    { key: 'text', task_key: 'text', dataset_key: 'text' },
    keys.map((key) => [key, fromBenchmarkKey(key).taskKey, fromBenchmarkKey(key).datasetKey]),
  );
  const rows = await run<Benchmark & { key: string }>(
    db,
    // In this order on SQLite, too: each key finds its benchmark.
    sql`select k.key, ${columnsOf(Benchmark, 'b').sql} from ${asked} k cross join benchmark b
        where b.task_key = k.task_key and b.dataset_key = k.dataset_key`,
  );
  return parseJson(rows, ['metrics']);
}

/**
 * A page of the benchmarks whose task is the name of each topic, those with most papers first, equals by data set and task.
 *
 * @param dataset a key as `datasetKey` gives it: only those on this data set
 */
export function readBenchmarksOfTopics(
  db: Db,
  topics: readonly number[],
  dataset: string | null,
  window: Window,
): Promise<Map<number, Page<Benchmark>>> {
  return readPages(db, benchmarksOn(dataset), topics, window);
}

/** How many benchmarks each topic has. */
export function countBenchmarksOfTopics(
  db: Db,
  topics: readonly number[],
  dataset: string | null,
): Promise<Map<number, number>> {
  return countChildren(db, benchmarksOn(dataset), topics);
}

function benchmarksOn(dataset: string | null): ChildList {
  return {
    columns: () => columnsOf(Benchmark, 'b'),
    from: sql`benchmark b`,
    parent: sql`b.topic_id`,
    member: sql`b.id`,
    where: dataset === null ? [] : [sql`b.dataset_key = ${dataset}`],
    order: [
      { by: sql`b.count_key`, as: 'countKey', descending: false, number: 'integer' },
      { by: sql`b.dataset_key`, as: 'datasetKey', descending: false },
      { by: sql`b.task_key`, as: 'taskKey', descending: false },
    ],
    json: ['metrics'],
  };
}
