import sql from 'sql-template-tag';
import type { Column } from '../../store/columns';
import type { Paper } from '../../store/entities/paper/paper';
import { type Db, dear } from '../../store/sql';
import { type PaperFilter, paperConditions } from '../filter/paper-filter';
import type { ChildList, Window } from '../paging/list';
import type { Page } from '../paging/page';
import { countChildren, readPages } from '../paging/read-pages';
import { PAPER_JSON, paperColumns } from '../papers';

/** A paper in a digest, and its place there. */
export interface DigestPaperRow extends Paper {
  rank: number;
  line: number;
  /** 1 when no earlier digest holds the paper. */
  isNew: number;
  /** Place in the digest before, if it was there. */
  previousRank: number | null;
}

/** A page of the papers of each digest, by rank. */
export function readPapersOfDigests(
  db: Db,
  digests: readonly number[],
  filter: PaperFilter,
  window: Window,
): Promise<Map<number, Page<DigestPaperRow>>> {
  return readPages(db, digestPapers(filter), digests, window);
}

/** How many papers of each digest fit a filter. How many there are a digest says itself. */
export function countPapersOfDigests(
  db: Db,
  digests: readonly number[],
  filter: PaperFilter,
): Promise<Map<number, number>> {
  return countChildren(dear(db), digestPapers(filter), digests);
}

/** How many papers of each digest are in no earlier one. */
export async function countNewPapersOfDigests(db: Db, digests: readonly number[]): Promise<Map<number, number>> {
  const list = {
    from: sql`digest_paper m join digest d on d.id = m.digest_id`,
    parent: sql`m.digest_id`,
    where: [sql`not ${isInEarlier}`],
  };
  return countChildren(dear(db), list, digests);
}

/** Whether a dated digest before `d` holds the paper of `m`; any one where it is not known when `d` was. */
const isInEarlier = sql`exists (
  select 1 from digest_paper e join digest ed on ed.id = e.digest_id
  where e.paper_id = m.paper_id and e.digest_id <> m.digest_id and ed.date is not null
    and (d.date is null or ed.date_key < d.date_key)
)`;

const placeColumns: Column[] = [
  { by: 'm.rank', as: 'rank', isNumber: true },
  { by: 'm.line', as: 'line', isNumber: true },
  { by: `case when ${isInEarlier.sql} then 0 else 1 end`, as: 'isNew', isNumber: true },
  {
    by: `(select b.rank from digest_paper b where b.paper_id = m.paper_id and b.digest_id = (
      select bd.id from digest bd where bd.date is not null and d.date is not null and bd.date_key < d.date_key
      order by bd.date_key desc limit 1
    ))`,
    as: 'previousRank',
    isNumber: true,
  },
];

function digestPapers(filter: PaperFilter): ChildList {
  return {
    columns: (asked) => paperColumns(asked).and(placeColumns),
    from: sql`digest_paper m join digest d on d.id = m.digest_id join paper p on p.id = m.paper_id`,
    parent: sql`m.digest_id`,
    member: sql`m.rank`,
    where: paperConditions(filter),
    order: [{ by: sql`m.rank`, as: 'rank', descending: false, number: 'integer' }],
    json: PAPER_JSON,
  };
}
