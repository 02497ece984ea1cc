import sql from 'sql-template-tag';
import { topicNamerOf } from '../../extract/topics/named-topics';
import { benchmarkKey } from '../../lists/benchmarks/benchmark-key';
import { benchmarksByKey } from '../../lists/benchmarks/benchmarks';
import { readTopicNames } from '../../lists/look-up/known-slugs';
import { type Db, ids, run, type Scalar } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import type { Statement } from '../papers/mentions';
import type { PaperChange } from '../papers/paper-changes';
import { statementsOf } from '../papers/settle-paper';
import { type PaperOnBenchmark, resultsOf, type StatingRecord } from './results-of';
import { settleBenchmarks } from './settle-benchmarks';

/** A stored paper, and the records that say something of it. */
export interface StatedPaper {
  pk: number;
  firstSeenKey: string;
  records: readonly StatingRecord[];
}

/**
 * Takes papers that go, or of which records state other results than before, off their benchmarks.
 *
 * @returns primary keys of these benchmarks, which are still to be settled
 */
export async function leaveBenchmarks(db: Db, changes: readonly PaperChange[]): Promise<number[]> {
  const leaving = changes.flatMap((change) => (change.was && hasOtherResults(change) ? [change.was.pk] : []));
  if (leaving.length === 0) return [];
  const rows = await run<{ pk: number }>(
    db,
    sql`select distinct benchmark_id as pk from benchmark_paper where paper_id in ${ids(leaving)} order by 1`,
  );
  if (rows.length > 0) await run(db, sql`delete from benchmark_paper where paper_id in ${ids(leaving)}`);
  return rows.map(({ pk }) => pk);
}

/**
 * Puts papers of which records state other results than before on their benchmarks, and settles those.
 *
 * @param left what `leaveBenchmarks` returned
 */
export async function joinBenchmarks(
  db: Db,
  changes: readonly PaperChange[],
  pkOf: ReadonlyMap<string, number>,
  left: readonly number[],
): Promise<void> {
  const joining = changes.filter(hasOtherResults).flatMap(({ slug, is, mentions }): StatedPaper[] => {
    const records = statementsOf(mentions).map(({ record }) => record);
    return is ? [{ pk: pkOf.get(slug) as number, firstSeenKey: is.firstSeenKey, records }] : [];
  });
  await settleBenchmarks(db, [...new Set([...left, ...(await insertResults(db, joining))])]);
}

/**
 * Stores what records state of papers that are on no benchmark.
 *
 * @returns primary keys of the benchmarks, which are still to be settled
 */
export async function insertResults(db: Db, papers: readonly StatedPaper[]): Promise<number[]> {
  if (papers.length === 0) return [];
  const topicNamed = topicNamerOf(await readTopicNames(db));
  const places = papers.flatMap((paper) => resultsOf(paper.records, topicNamed).map((on) => ({ paper, on })));
  if (places.length === 0) return [];
  const pkOf = await findOrAddBenchmarks(
    db,
    places.map(({ on }) => on),
  );
  const rows = places.map(({ paper, on }): [number, ...Scalar[]] => [
    pkOf.get(benchmarkKey(on)) as number,
    paper.firstSeenKey,
    paper.pk,
    JSON.stringify(on.results),
  ]);
  // By benchmark, so that neighbours in the table are written together.
  rows.sort(([one], [other]) => one - other);
  await insertRows(db, 'benchmark_paper', ['benchmark_id', 'first_seen_key', 'paper_id', 'results'], rows);
  return [...new Set(rows.map(([pk]) => pk))];
}

async function findOrAddBenchmarks(db: Db, all: readonly PaperOnBenchmark[]): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map(all.map((on) => [benchmarkKey(on), on]));
  const known = await findBenchmarks(db, [...wanted.keys()]);
  const unknown = [...wanted].flatMap(([key, on]) => (known.has(key) ? [] : [on]));
  if (unknown.length === 0) return known;
  const topics = await run<{ pk: number; slug: string }>(db, sql`select id as pk, slug from topic`);
  const topicPkOf = new Map(topics.map(({ pk, slug }) => [slug, pk]));
  await insertRows(
    db,
    'benchmark',
    ['topic_id', 'task_key', 'dataset_key', 'task', 'dataset', 'metrics', 'paper_count', 'result_count', 'count_key'],
    unknown.map((on) => [topicPkOf.get(on.topic) as number, on.taskKey, on.datasetKey, '', '', '[]', 0, 0, 0]),
  );
  return new Map([...known, ...(await findBenchmarks(db, unknown.map(benchmarkKey)))]);
}

async function findBenchmarks(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  return new Map((await benchmarksByKey(db, keys)).map(({ key, pk }) => [key, pk]));
}

/** Whether records state other results of a paper than before. */
function hasOtherResults({ statementsBefore, mentions }: PaperChange): boolean {
  return resultsIn(statementsBefore) !== resultsIn(statementsOf(mentions));
}

/** The records that state results, by what they say. */
function resultsIn(statements: readonly Statement[]): string {
  const stating = statements.filter(({ record }) => record.said.results.length > 0);
  return [...new Set(stating.map(({ record: { format, hash } }) => `${format}/${hash}`))].sort().join();
}
