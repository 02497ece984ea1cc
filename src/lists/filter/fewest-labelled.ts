import sql, { join } from 'sql-template-tag';
import { type Db, limit, run } from '../../store/sql';
import { papersLabelled } from '../labels/label';
import type { LabelCondition } from './label-conditions';

/** A condition on labels, and how many labels meet it. */
export interface SizedCondition {
  condition: LabelCondition;
  size: number;
  /** How many papers there are in all. */
  papers: number;
}

/** The condition that the fewest labels meet; null when all of them are met by more than so many. One statement. */
export async function fewestLabelled(
  db: Db,
  conditions: readonly LabelCondition[],
  most: number,
): Promise<SizedCondition | null> {
  if (conditions.length === 0) return null;
  const counts = conditions.map(
    ({ ranges }, place) => sql`select ${place} as place, count(*) as n
      from (select 1 from (${papersLabelled(ranges)}) met ${limit(most + 1)}) counted`,
  );
  const all = sql`select -1 as place, paper_count as n from corpus where id = 1`;
  const rows = await run<{ place: number; n: number }>(db, join([all, ...counts], ' union all '));
  const papers = Number(rows.find(({ place }) => Number(place) === -1)?.n ?? 0);
  const sized = rows.flatMap(({ place, n }): SizedCondition[] => {
    const condition = conditions[Number(place)];
    return condition ? [{ condition, size: Number(n), papers }] : [];
  });
  const [fewest] = sized.sort((one, other) => one.size - other.size);
  return fewest && fewest.size <= most ? fewest : null;
}
