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

/** Which benchmarks of a topic. */
export interface TopicBenchmarksArgs {
  /** Whether those of the topics below it are among them. */
  includeDescendants: boolean;
  /** A key as `datasetKey` gives it: only those on this data set; null for all. */
  dataset: string | null;
}

/** A page of the benchmarks of each topic, those with most papers first, equals by data set and task. */
export function readBenchmarksOfTopics(
  db: Db,
  topics: readonly number[],
  args: TopicBenchmarksArgs,
  window: Window,
): Promise<Map<number, Page<Benchmark>>> {
  return readPages(db, topicBenchmarks(args), topics, window);
}

/** How many benchmarks each topic has. */
export function countBenchmarksOfTopics(
  db: Db,
  topics: readonly number[],
  args: TopicBenchmarksArgs,
): Promise<Map<number, number>> {
  return countChildren(db, topicBenchmarks(args), topics);
}

function topicBenchmarks({ includeDescendants, dataset }: TopicBenchmarksArgs): ChildList {
  const where = dataset === null ? [] : [sql`b.dataset_key = ${dataset}`];
  const list = {
    columns: () => columnsOf(Benchmark, 'b'),
    member: sql`b.id`,
    where,
    order: [
      { by: sql`b.count_key`, as: 'countKey', descending: false, number: 'integer' },
      { by: sql`b.dataset_key`, as: 'datasetKey', descending: false },
      { by: sql`b.task_key`, as: 'taskKey', descending: false },
    ],
    json: ['metrics'],
  } as const satisfies Partial<ChildList>;
  if (!includeDescendants) return { ...list, from: sql`benchmark b`, parent: sql`b.topic_id` };
  return {
    ...list,
    from: sql`benchmark b join topic_ancestor a on a.topic_id = b.topic_id`,
    // A benchmark is of one topic, so it comes once. All of them are put in order: some thousands at most, by one index alone.
    walk: sql`topic_ancestor a cross join benchmark b on b.topic_id = a.topic_id`,
    parent: sql`a.ancestor_id`,
  };
}
