import sql from 'sql-template-tag';
import type { StoredResult } from '../../store/entities/topic/benchmark-paper';
import { type Db, ids, run, type Scalar, table } from '../../store/sql';

/** Benchmarks read at a time: bounds memory. */
const BENCHMARKS_AT_A_TIME = 20;

/** Brings names, metrics and counts of benchmarks in step with the papers that have results there; without one they go. */
export async function settleBenchmarks(db: Db, pks: readonly number[]): Promise<void> {
  for (let start = 0; start < pks.length; start += BENCHMARKS_AT_A_TIME) {
    await settleSome(db, pks.slice(start, start + BENCHMARKS_AT_A_TIME));
  }
}

async function settleSome(db: Db, pks: readonly number[]): Promise<void> {
  const rows = await run<{ pk: number; results: string }>(
    db,
    sql`select benchmark_id as pk, results from benchmark_paper where benchmark_id in ${ids(pks)}`,
  );
  const byBenchmark = new Map<number, string[]>();
  for (const { pk, results } of rows) {
    const known = byBenchmark.get(pk);
    if (known) known.push(results);
    else byBenchmark.set(pk, [results]);
  }
  const settled = [...byBenchmark].map(([pk, papers]) => settledRow(pk, papers));
  if (settled.length > 0) {
    const given = table(
      {
        ...{ id: 'integer', task: 'text', dataset: 'text', metrics: 'text' },
        ...{ papers: 'integer', results: 'integer' },
      },
      settled,
    );
    await run(
      db,
      sql`update benchmark set task = given.task, dataset = given.dataset, metrics = given.metrics, paper_count = given.papers,
            result_count = given.results, count_key = -given.papers from ${given} given where given.id = benchmark.id`,
    );
  }
  const left = pks.filter((pk) => !byBenchmark.has(pk));
  if (left.length > 0) await run(db, sql`delete from benchmark where id in ${ids(left)}`);
}

function settledRow(pk: number, papers: readonly string[]): Scalar[] {
  const results = papers.flatMap((text) => JSON.parse(text) as StoredResult[]);
  const [task = ''] = byFrequency(results.map((result) => result.task));
  const [dataset = ''] = byFrequency(results.map((result) => result.dataset));
  const metrics = byFrequency(results.flatMap(({ values }) => values.map(({ metric }) => metric)));
  return [pk, task, dataset, JSON.stringify(metrics), papers.length, results.length];
}

/** Each text once, the most frequent first, equals by code. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([text]) => text);
}
