import sql, { join, type Sql } from 'sql-template-tag';
import { Paper } from '../entities/paper';
import { columnsOf, type Db, ids, keys, parseJson, run } from '../sql';
import {
  type ChildList,
  countChildren,
  countRows,
  type OrderTerm,
  type Page,
  readPage,
  readPages,
  type Window,
} from './list';
import { type PaperFilter, paperConditions } from './paper-filter';

export type PaperOrderField = 'FIRST_SEEN' | 'TITLE' | 'TRENDING';

export interface PaperOrder {
  field: PaperOrderField;
  direction: 'ASC' | 'DESC';
}

/** Newest first. */
export const defaultPaperOrder: PaperOrder = { field: 'FIRST_SEEN', direction: 'DESC' };

/** The columns of a paper, of `paper p`. */
export const paperColumns = columnsOf(Paper, 'p');

const orderTerms: Record<PaperOrderField, Sql[]> = {
  FIRST_SEEN: [sql`p.first_seen_key`],
  TITLE: [sql`p.slug`],
  TRENDING: [sql`p.trending_score`, sql`p.first_seen_key`],
};

/** An order of papers, of `paper p`. */
export function paperOrderTerms(order: PaperOrder): OrderTerm[] {
  return orderTerms[order.field].map((by) => ({ by, descending: order.direction === 'DESC' }));
}

/** Papers by primary key, in any order. */
export async function papersByPk(db: Db, pks: readonly number[]): Promise<Paper[]> {
  return parseJson(await run<Paper>(db, sql`select ${paperColumns} from paper p where p.id in ${ids(pks)}`), [
    'authors',
  ]);
}

/** Papers by slug that fit the filter, in any order. */
export async function papersBySlug(db: Db, slugs: readonly string[], filter: PaperFilter = {}): Promise<Paper[]> {
  const conditions = join([sql`p.slug in ${keys(slugs)}`, ...paperConditions(filter)], ' and ');
  return parseJson(await run<Paper>(db, sql`select ${paperColumns} from paper p where ${conditions}`), ['authors']);
}

/**
 * The paper that an address leads to: the newest one that calls the address its project page, or failing that the
 * newest one with any other link to it; null when there is none.
 *
 * @param urlKey what `addressKey` of the extract stage gives
 */
export async function paperByUrl(db: Db, urlKey: string): Promise<Paper | null> {
  const [paper] = parseJson(
    await run<Paper>(
      db,
      sql`select ${paperColumns} from paper_link l join paper p on p.id = l.paper_id where l.url_key = ${urlKey}
          order by case l.kind when 'PROJECT_PAGE' then 0 else 1 end, p.first_seen_key desc limit 1`,
    ),
    ['authors'],
  );
  return paper ?? null;
}

/** A page of all papers. */
export function readPapers(db: Db, filter: PaperFilter, order: PaperOrder, window: Window): Promise<Page<Paper>> {
  return readPage(
    db,
    {
      columns: paperColumns,
      from: sql`paper p`,
      where: paperConditions(filter),
      order: paperOrderTerms(order),
      json: ['authors'],
    },
    window,
  );
}

/** How many papers there are. */
export async function countPapers(db: Db, filter: PaperFilter): Promise<number> {
  const where = paperConditions(filter);
  if (where.length > 0) return countRows(db, { from: sql`paper p`, where });
  const [corpus] = await run<{ n: number }>(db, sql`select paper_count as n from corpus`);
  return corpus?.n ?? 0;
}

/** A paper with the link that joins it to a repository. */
export interface RepositoryPaperRow extends Paper {
  linkPosition: number;
}

const repositoryPapers: ChildList = {
  columns: sql`${paperColumns}, m.position as "linkPosition"`,
  from: sql`paper_repository m join paper p on p.id = m.paper_id`,
  parent: sql`m.repository_id`,
  member: sql`m.paper_id`,
  where: [],
  order: [{ by: sql`m.first_seen_key`, descending: true }],
  json: ['authors'],
};

/** A page of the papers of each repository, newest first. */
export function readPapersOfRepositories(
  db: Db,
  repositories: readonly number[],
  window: Window,
): Promise<Map<number, Page<RepositoryPaperRow>>> {
  return readPages(db, repositoryPapers, repositories, window);
}

/** A paper in a digest, and its place there. */
export interface DigestPaperRow extends Paper {
  rank: number;
  line: number;
  /** 1 when no digest of an earlier day holds the paper. */
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

/** How many papers each digest has. */
export function countPapersOfDigests(
  db: Db,
  digests: readonly number[],
  filter: PaperFilter,
): Promise<Map<number, number>> {
  return countChildren(db, digestPapers(filter), digests);
}

function digestPapers(filter: PaperFilter): ChildList {
  return {
    columns: sql`${paperColumns}, m.rank as rank, m.line as line,
      case when exists (
        select 1 from digest_paper e join digest ed on ed.id = e.digest_id
        where e.paper_id = m.paper_id and ed.date < coalesce(d.date, '9999')
      ) then 0 else 1 end as "isNew",
      (select b.rank from digest_paper b where b.paper_id = m.paper_id and b.digest_id = (
        select bd.id from digest bd where bd.date is not null and d.date is not null and bd.date_key < d.date_key
        order by bd.date_key desc limit 1
      )) as "previousRank"`,
    from: sql`digest_paper m join digest d on d.id = m.digest_id join paper p on p.id = m.paper_id`,
    parent: sql`m.digest_id`,
    where: paperConditions(filter),
    order: [{ by: sql`m.rank`, descending: false }],
    json: ['authors'],
  };
}
