import sql from 'sql-template-tag';
import type { Paper } from '../../store/entities/paper/paper';
import type { StoredResult } from '../../store/entities/topic/benchmark-paper';
import type { Db } from '../../store/sql';
import type { ChildList, Window } from '../paging/list';
import type { Page } from '../paging/page';
import { readPages } from '../paging/read-pages';
import { PAPER_JSON, paperColumns } from '../papers';

/** A paper on a benchmark, and what it reached there. */
export interface BenchmarkPaperRow extends Paper {
  results: StoredResult[];
}

const benchmarkPapers: ChildList = {
  columns: (asked) => paperColumns(asked).and([{ by: 'm.results', as: 'results' }], asked),
  from: sql`benchmark_paper m join paper p on p.id = m.paper_id`,
  parent: sql`m.benchmark_id`,
  // Not by the paper: SQLite would go through all papers of the benchmark for their results.
  member: sql`m.first_seen_key`,
  where: [],
  order: [{ by: sql`m.first_seen_key`, as: 'firstSeenKey', descending: true }],
  json: [...PAPER_JSON, 'results'],
};

/** A page of the papers that have results on each benchmark, newest first. */
export function readPapersOfBenchmarks(
  db: Db,
  benchmarks: readonly number[],
  window: Window,
): Promise<Map<number, Page<BenchmarkPaperRow>>> {
  return readPages(db, benchmarkPapers, benchmarks, window);
}
