import sql, { join } from 'sql-template-tag';
import type { Asked } from '../store/asked';
import { type Columns, columnsOf } from '../store/columns';
import { Paper } from '../store/entities/paper/paper';
import { type Db, ids, keys, parseJson, run } from '../store/sql';
import { type PaperFilter, paperConditions } from './filter/paper-filter';
import { readFolded } from './paging/fold';
import type { OrderTerm } from './paging/keyset';
import type { Fold } from './paging/list';

export type PaperOrderField = 'FIRST_SEEN_ON' | 'TITLE' | 'TRENDING';

export interface PaperOrder {
  field: PaperOrderField;
  direction: 'ASC' | 'DESC';
}

/** Newest first. */
export const defaultPaperOrder: PaperOrder = { field: 'FIRST_SEEN_ON', direction: 'DESC' };

/** The columns of a paper, of `paper p`. */
export function paperColumns(asked?: Asked): Columns {
  return columnsOf(Paper, 'p', asked);
}

const firstSeen = { by: sql`p.first_seen_key`, as: 'firstSeenKey' };

/** Columns of a paper that hold JSON. */
export const PAPER_JSON: readonly (keyof Paper)[] = ['authors', 'categories'];

const orderTerms: Record<PaperOrderField, Omit<OrderTerm, 'descending'>[]> = {
  FIRST_SEEN_ON: [firstSeen],
  TITLE: [{ by: sql`p.slug`, as: 'slug' }],
  TRENDING: [{ by: sql`p.trending_score`, as: 'trendingScore', number: 'float' }, firstSeen],
};

/** An order of papers, of `paper p`. */
export function paperOrderTerms(order: PaperOrder): OrderTerm[] {
  return orderTerms[order.field].map((term) => ({ ...term, descending: order.direction === 'DESC' }));
}

/** Papers by primary key, in any order. */
export async function papersByPk(db: Db, pks: readonly number[], asked?: Asked): Promise<Paper[]> {
  return parseJson(
    await run<Paper>(db, sql`select ${paperColumns(asked).sql} from paper p where p.id in ${ids(pks)}`),
    PAPER_JSON,
  );
}

/** Papers by slug that fit the filter, in any order. */
export async function papersBySlug(
  db: Db,
  slugs: readonly string[],
  filter: PaperFilter = {},
  folds: readonly Fold[] = [],
): Promise<Paper[]> {
  const conditions = join([sql`p.slug in ${keys(slugs)}`, ...paperConditions(filter)], ' and ');
  const { sql: columns, list } = paperColumns();
  const statement = sql`select ${columns} from paper p where ${conditions}`;
  return parseJson(await readFolded<Paper>(db, statement, list, { folds, limit: slugs.length }), PAPER_JSON);
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
      sql`select ${paperColumns().sql} from paper_link l join paper p on p.id = l.paper_id where l.url_key = ${urlKey}
          order by case l.kind when 'PROJECT_PAGE' then 0 else 1 end, p.first_seen_key desc limit 1`,
    ),
    PAPER_JSON,
  );
  return paper ?? null;
}
