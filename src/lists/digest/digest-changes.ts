import sql, { type Sql } from 'sql-template-tag';
import { type Column, columnsOf } from '../../store/columns';
import { Paper } from '../../store/entities/paper/paper';
import { type Db, dear, ids, run } from '../../store/sql';
import type { ChildList, Window } from '../paging/list';
import type { Page } from '../paging/page';
import { countChildren, readPages } from '../paging/read-pages';
import { PAPER_JSON } from '../papers';

/** What happened to papers between two digests. */
export type ChangeKind = 'entered' | 'left' | 'moved';

/** A paper that entered, left or moved, with its places in the two digests. */
export interface ChangedPaperRow extends Paper {
  /** Place in the digest compared with; null when it was not there. */
  fromRank: number | null;
  /** Place in the digest itself; null when it is not there. */
  toRank: number | null;
}

/** Which change, since which digest: one by primary key, or for null the one right before each by date. */
export interface ChangesArgs {
  kind: ChangeKind;
  sincePk: number | null;
}

/** The digest that each digest is compared with; absent where there is none. */
export async function readSince(
  db: Db,
  digests: readonly number[],
  sincePk: number | null,
): Promise<Map<number, number>> {
  const rows = await run<{ pk: number; sincePk: number | null }>(
    db,
    sql`select c.digest_id as pk, c.since_id as "sincePk" from ${compared(digests, sincePk)}`,
  );
  return new Map(rows.flatMap((row) => (row.sincePk === null ? [] : [[row.pk, row.sincePk]])));
}

/** A page of the papers of each digest that changed in this way, by rank: for those that left the rank they had. */
export function readChanges(
  db: Db,
  digests: readonly number[],
  args: ChangesArgs,
  window: Window,
): Promise<Map<number, Page<ChangedPaperRow>>> {
  return readPages(dear(db), changes(digests, args), digests, window);
}

/** How many papers of each digest changed in this way. */
export function countChanges(db: Db, digests: readonly number[], args: ChangesArgs): Promise<Map<number, number>> {
  return countChildren(dear(db), changes(digests, args), digests);
}

function changes(digests: readonly number[], { kind, sincePk }: ChangesArgs): ChildList {
  const is = { digest: sql`c.digest_id`, other: sql`c.since_id` };
  const was = { digest: sql`c.since_id`, other: sql`c.digest_id` };
  const { digest, other } = kind === 'left' ? was : is;
  const ranks: Record<ChangeKind, [from: string, to: string]> = {
    entered: ['null', 'm.rank'],
    left: ['m.rank', 'null'],
    moved: ['o.rank', 'm.rank'],
  };
  const [from, to] = ranks[kind];
  const columns: Column[] = [
    { by: from, as: 'fromRank', isNumber: true },
    { by: to, as: 'toRank', isNumber: true },
  ];
  return {
    columns: (asked) => columnsOf(Paper, 'p', asked).and(columns),
    from: sql`${compared(digests, sincePk)} join digest_paper m on m.digest_id = ${digest}
      join paper p on p.id = m.paper_id
      left join digest_paper o on o.digest_id = ${other} and o.paper_id = m.paper_id`,
    parent: sql`c.digest_id`,
    where: [sql`c.since_id is not null`, kind === 'moved' ? sql`o.rank <> m.rank` : sql`o.rank is null`],
    order: [{ by: sql`m.rank`, as: kind === 'left' ? 'fromRank' : 'toRank', descending: false, number: 'integer' }],
    json: PAPER_JSON,
  };
}

/** The digests as `c`, each with the one that it is compared with. */
function compared(digests: readonly number[], sincePk: number | null): Sql {
  const since =
    sincePk === null
      ? sql`(select b.id from digest b where d.date is not null and b.date is not null and b.date_key < d.date_key
             order by b.date_key desc limit 1)`
      : sql`cast(${sincePk} as integer)`;
  return sql`(select d.id as digest_id, ${since} as since_id from digest d where d.id in ${ids(digests)}) c`;
}
