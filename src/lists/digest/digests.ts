import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../store/columns';
import { Digest } from '../../store/entities/digest/digest';
import { type Db, ids, keys, run } from '../../store/sql';
import { fixed, type Window } from '../paging/list';
import type { Page } from '../paging/page';
import { countRows, readPage } from '../paging/read-pages';

/** Which digests; every condition must hold. */
export interface DigestFilter {
  /** Days, both inclusive. */
  date?: { from: string | null; to: string | null } | null;
}

export interface DigestOrder {
  field: 'DATE';
  direction: 'ASC' | 'DESC';
}

const columns = columnsOf(Digest, 'd');

/** Digests by primary key, in any order. */
export function digestsByPk(db: Db, pks: readonly number[]): Promise<Digest[]> {
  return run(db, sql`select ${columns.sql} from digest d where d.id in ${ids(pks)}`);
}

/** Digests by slug, in any order. */
export function digestsBySlug(db: Db, slugs: readonly string[]): Promise<Digest[]> {
  return run(db, sql`select ${columns.sql} from digest d where d.slug in ${keys(slugs)}`);
}

/** A page of all digests; those without a date stand before all others. */
export function readDigests(db: Db, filter: DigestFilter, order: DigestOrder, window: Window): Promise<Page<Digest>> {
  const terms = [{ by: sql`d.date_key`, as: 'dateKey', descending: order.direction === 'DESC' }];
  return readPage(db, { columns: () => columns, from: sql`digest d`, where: conditions(filter), order: terms }, window);
}

/** Keys begin with the day and a slash, which `0` follows; those of digests without a date with a day before all others. */
function conditions({ date }: DigestFilter): Sql[] {
  if (!date) return [];
  const { from, to } = date;
  return [sql`d.date_key >= ${from ?? '0000-00-01'}`, ...(to === null ? [] : [sql`d.date_key < ${`${to}0`}`])];
}

/** How many digests there are. */
export async function countDigests(db: Db, filter: DigestFilter): Promise<number> {
  const where = conditions(filter);
  if (where.length > 0) return countRows(db, { from: sql`digest d`, where });
  const [corpus] = await run<{ n: number }>(db, sql`select digest_count as n from corpus`);
  return corpus?.n ?? 0;
}

/** The digests right before and right after each digest by date; absent for a digest without a date. */
export async function readNeighbours(
  db: Db,
  digests: readonly number[],
): Promise<Map<number, { previousPk: number | null; nextPk: number | null }>> {
  const rows = await run<{ pk: number; previousPk: number | null; nextPk: number | null }>(
    db,
    sql`select d.id as pk,
          (select b.id from digest b where b.date is not null and b.date_key < d.date_key
            order by b.date_key desc limit 1) as "previousPk",
          (select b.id from digest b where b.date is not null and b.date_key > d.date_key
            order by b.date_key limit 1) as "nextPk"
        from digest d where d.id in ${ids(digests)} and d.date is not null`,
  );
  return new Map(rows.map(({ pk, ...neighbours }) => [pk, neighbours]));
}

/** A digest that holds a paper, and the paper's place in it. */
export interface PaperDigestRow extends Digest {
  rank: number;
}

/** The digests of each paper, newest first. */
export const digestsOfPaper = fixed<PaperDigestRow>('Paper.digests', ['postgres'], {
  columns: () => columns.and([{ by: 'm.rank', as: 'rank', isNumber: true }]),
  from: sql`digest_paper m join digest d on d.id = m.digest_id`,
  parent: sql`m.paper_id`,
  where: [],
  order: [{ by: sql`d.date_key`, as: 'dateKey', descending: true }],
});

/** A place in a dated digest, and the day of the newest digest of all. */
export interface DatedPlace {
  slug: string;
  date: string;
  rank: number;
  newest: string;
}

/** The places of each paper in dated digests, newest first. */
export async function readPlacesOfPapers(db: Db, papers: readonly number[]): Promise<Map<number, DatedPlace[]>> {
  const rows = await run<DatedPlace & { paperPk: number }>(
    db,
    sql`select m.paper_id as "paperPk", d.slug, d.date, m.rank, (select max(n.date) from digest n) as newest
        from digest_paper m join digest d on d.id = m.digest_id
        where m.paper_id in ${ids(papers)} and d.date is not null order by d.date_key desc`,
  );
  const found = new Map<number, DatedPlace[]>(papers.map((pk) => [pk, []]));
  for (const { paperPk, ...place } of rows) found.get(paperPk)?.push(place);
  return found;
}
