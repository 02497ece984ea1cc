import sql, { join } from 'sql-template-tag';
import type { PaperFilter } from '../../../lists/filter/paper-filter';
import { type Db, limit, run } from '../../../store/sql';
import { type DocRange, rangeOf } from '../../documents';

/** Papers at each end of a time that are looked at: in one digest they stand in any order. */
const PAPERS_AT_AN_END = 50;

/**
 * Where papers lie that were first seen in the time of a filter, all or most of them: digests are mostly imported one
 * after another. A walk from the latest document back would otherwise meet none for long.
 *
 * @returns all papers for a filter without a time
 */
export async function spanOfDays(db: Db, { firstSeenOn }: PaperFilter): Promise<DocRange> {
  const within = [
    ...(firstSeenOn?.from == null ? [] : [sql`first_seen_on >= ${firstSeenOn.from}`]),
    ...(firstSeenOn?.to == null ? [] : [sql`first_seen_on <= ${firstSeenOn.to}`]),
  ];
  if (within.length === 0) return rangeOf('PAPER');
  const ends = [sql`first_seen_on`, sql`first_seen_on desc`].map(
    (order) => sql`select id from (
      select id from paper where ${join(within, ' and ')} order by ${order} ${limit(PAPERS_AT_AN_END)}
    ) at_an_end`,
  );
  const [span] = await run<{ first: number | null; last: number | null }>(
    db,
    sql`select min(id) as first, max(id) as last from (${join(ends, ' union all ')}) of_the_ends`,
  );
  return { from: span?.first ?? 0, to: (span?.last ?? -1) + 1 };
}
