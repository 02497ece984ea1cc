import sql, { join, type Sql } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../../lists/filter/as-papers';
import { narrowingsOf } from '../../../lists/filter/narrowing';
import type { PaperFilter } from '../../../lists/filter/paper-filter';
import { countRows } from '../../../lists/paging/read-pages';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, ids, limit, run } from '../../../store/sql';
import type { Bounds } from './bounds';

/** A filter that leaves few papers. */
export interface NarrowFilter {
  /** The papers that may pass, as a table with the column `pk`. */
  papers: Sql;
  /** How many these are at most. */
  size: number;
}

/**
 * The condition of a filter that the fewest papers meet, if that is few; null when it leaves many, or all. Where more than
 * can be weighed meet it, and there are other conditions, the latest that meet them all.
 */
export async function readNarrowFilter(
  db: Db,
  filter: PaperFilter,
  bounds: Pick<Bounds, 'counted' | 'narrow'>,
): Promise<NarrowFilter | null> {
  let narrowest: NarrowFilter | null = null;
  for (const papers of narrowingsOf(filter)) {
    const size = await countRows(db, { from: sql`(${papers} ${limit(bounds.counted + 1)}) met`, where: [] });
    if (size <= (narrowest?.size ?? bounds.counted)) narrowest = { papers, size };
  }
  if (narrowest === null || narrowest.size <= bounds.narrow || conditionsOfIds(filter).length === 1) return narrowest;
  const passing = await thatPass(db, narrowest.papers, filter, { looked: bounds.counted, most: bounds.narrow + 1 });
  return {
    papers: sql`select id as pk from ${ids(passing)} passing`,
    size: passing.length <= bounds.narrow ? passing.length : narrowest.size,
  };
}

/** The latest of the papers that may pass a narrow filter, those of them that do. */
export function latestThatPass(db: Db, { papers }: NarrowFilter, filter: PaperFilter, most: number): Promise<number[]> {
  return thatPass(db, papers, filter, { looked: most, most });
}

async function thatPass(
  db: Db,
  papers: Sql,
  filter: PaperFilter,
  { looked, most }: { looked: number; most: number },
): Promise<number[]> {
  const latest = sql`select distinct pk as doc from (${papers}) met order by doc desc ${limit(looked)}`;
  const conditions = join([sql`1 = 1`, ...conditionsOfIds(filter)], ' and ');
  const rows = await run<{ doc: number }>(
    db,
    sql`select p.doc from ${asPapers(latest)} where ${conditions} order by p.doc desc ${limit(most)}`,
  );
  await letOthersRun(db);
  return rows.map(({ doc }) => doc);
}
