import { nameKey, type TopicNamer } from '../../extract/topics/named-topics';
import { type BenchmarkKey, benchmarkKey, datasetKey } from '../../lists/benchmarks/benchmark-key';
import type { RecordResult } from '../../parse/records/record';
import type { StoredResult } from '../../store/entities/topic/benchmark-paper';
import type { RecordInSource } from '../papers/mentions';

/** A task of a topic on a data set, and what records state of one paper there. */
export interface PaperOnBenchmark extends BenchmarkKey {
  /** Slug of the topic that the task names. */
  topic: string;
  results: StoredResult[];
}

/** What is read of a record here. */
export type StatingRecord = Pick<RecordInSource, 'format' | 'hash' | 'said'>;

/**
 * The benchmarks on which records state results of a paper, where the task names a topic: whatever their order, the results in that
 * of their records, a row that stands there several times once.
 */
export function resultsOf(records: readonly StatingRecord[], topicNamed: TopicNamer): PaperOnBenchmark[] {
  const found = new Map<string, PaperOnBenchmark>();
  const seen = new Set<string>();
  for (const row of inSettledOrder(records).flatMap(rowsIn)) {
    const topic = row.dataset.trim() === '' ? null : topicNamed(row.task);
    if (topic === null) continue;
    const keys = { taskKey: nameKey(row.task), datasetKey: datasetKey(row.dataset) };
    const key = benchmarkKey(keys);
    const says = JSON.stringify([key, row.model, row.values.map(({ metric, value }) => [metric, value]).sort()]);
    if (seen.has(says)) continue;
    seen.add(says);
    const known = found.get(key);
    if (known) known.results.push(row);
    else found.set(key, { topic, ...keys, results: [row] });
  }
  return [...found.values()];
}

/** A record says so the same, whatever source and place it stands in. */
function inSettledOrder(records: readonly StatingRecord[]): StatingRecord[] {
  const orderOf = ({ format, hash }: StatingRecord) => `${format}/${hash}`;
  return [...records].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** The rows of tables: a record has a result for each metric, and those of one row stand behind each other. */
function rowsIn({ said }: StatingRecord): StoredResult[] {
  const rows: StoredResult[] = [];
  for (const { value: result } of said.results) {
    const last = rows.at(-1);
    if (last !== undefined && isOfRow(result, last)) {
      last.values.push({ metric: result.metric, value: result.value });
      continue;
    }
    const { task, dataset, model, metric, value } = result;
    rows.push({ task, dataset, model, values: [{ metric, value }] });
  }
  return rows;
}

function isOfRow(result: RecordResult, row: StoredResult): boolean {
  return (
    row.task === result.task &&
    row.dataset === result.dataset &&
    row.model === result.model &&
    !row.values.some(({ metric }) => metric === result.metric)
  );
}
