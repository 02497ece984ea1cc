import sql from 'sql-template-tag';
import { Benchmark } from '../../store/entities/topic/benchmark';
import { columnsOf, type Db, parseJson, run, table } from '../../store/sql';
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
    sql`select k.key, ${columnsOf(Benchmark, 'b')} from ${asked} k cross join benchmark b
        where b.task_key = k.task_key and b.dataset_key = k.dataset_key`,
  );
  return parseJson(rows, ['metrics']);
}
