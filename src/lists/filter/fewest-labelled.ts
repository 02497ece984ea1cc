import sql, { join } from 'sql-template-tag';
import { type Db, limit, run } from '../../store/sql';
import { papersLabelled } from '../labels/label';
import type { LabelCondition } from './label-conditions';

/** A condition on labels, and how many labels meet it. */
export interface SizedCondition {
  condition: LabelCondition;
  size: number;
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
  const rows = await run<{ place: number; n: number }>(db, join(counts, ' union all '));
  const sized = rows.map(({ place, n }) => ({
    condition: conditions[Number(place)] as LabelCondition,
    size: Number(n),
  }));
  const [fewest] = sized.sort((one, other) => one.size - other.size);
  return fewest && fewest.size <= most ? fewest : null;
}
