import sql, { join, type Sql } from 'sql-template-tag';
import { countRows } from '../read/list';
import { narrowingsOf } from '../read/narrowing';
import { type PaperFilter, paperConditions } from '../read/paper-filter';
import { type Db, limit, run } from '../sql';
import { asPapers } from './as-papers';
import type { Bounds } from './bounds';

/** A filter that leaves few papers. */
export interface NarrowFilter {
  /** The papers that may pass, as a table with the column `pk`. */
  papers: Sql;
  /** How many these are at most. */
  size: number;
}

/** The condition of a filter that the fewest papers meet, if that is few; null when it leaves many, or all. */
export async function readNarrowFilter(
  db: Db,
  filter: PaperFilter,
  { counted }: Pick<Bounds, 'counted'>,
): Promise<NarrowFilter | null> {
  let narrowest: NarrowFilter | null = null;
  for (const papers of narrowingsOf(filter)) {
    const size = await countRows(db, { from: sql`(${papers} ${limit(counted + 1)}) met`, where: [] });
    if (size <= (narrowest?.size ?? counted)) narrowest = { papers, size };
  }
  return narrowest;
}

/** The latest of the papers that may pass a narrow filter, those of them that do. */
export async function latestThatPass(
  db: Db,
  { papers }: NarrowFilter,
  filter: PaperFilter,
  most: number,
): Promise<number[]> {
  const latest = sql`select distinct pk as doc from (${papers}) met order by doc desc ${limit(most)}`;
  const rows = await run<{ doc: number }>(
    db,
    sql`select p.doc from ${asPapers(latest, filter)} where ${join([sql`1 = 1`, ...paperConditions(filter)], ' and ')}`,
  );
  return rows.map(({ doc }) => doc);
}
