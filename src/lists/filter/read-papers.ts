import sql, { type Sql } from 'sql-template-tag';
import { Columns } from '../../store/columns';
import type { Paper } from '../../store/entities/paper/paper';
import { type Db, dear } from '../../store/sql';
import { papersLabelled } from '../labels/label';
import type { Window } from '../paging/list';
import type { Page } from '../paging/page';
import { readPage } from '../paging/read-pages';
import { PAPER_JSON, type PaperOrder, paperColumns, paperOrderTerms, papersByPk } from '../papers';
import { conditionsOfIds } from './as-papers';
import { fewestLabelled } from './fewest-labelled';
import { isOneLabel, type LabelCondition, labelConditionsIn } from './label-conditions';
import { firstSeenConditions, type PaperFilter, paperConditions } from './paper-filter';

/** More papers are not put in order for a page: of these the whole rows are read, or only labels, which have the order in them. */
const FEW = 5_000;
const FEW_LABELS = 50_000;
/** Of one in so many papers enough for a page are met sooner among all papers in their order; the same of those of a filter. */
const SHARE = 16;
const FEW_IN_ANY_CASE = 1_000;

/**
 * A page of all papers. Under labels that few have these papers are put in order, and those of one label are in the usual order
 * as they are stored; any other filter that few fit may have many papers gone through until the page is full.
 */
export async function readPapers(db: Db, filter: PaperFilter, order: PaperOrder, window: Window): Promise<Page<Paper>> {
  const where = paperConditions(filter);
  const slow = where.length > 0 ? dear(db) : db;
  const labels = labelConditionsIn(filter);
  if (order.field === 'FIRST_SEEN_ON') {
    const leading = await leadingIn(slow, labels);
    return leading
      ? readLabelled(slow, leading, filter, order, window)
      : readAll(slow, sql`paper p`, where, order, window);
  }
  const fewest = await fewestLabelled(slow, labels, FEW);
  // As in `largeTopics`: whole rows are read of either.
  const few = fewest && fewest.size ** 2 <= 4 * window.limit * fewest.papers ? fewest : null;
  const from = few
    ? sql`(select distinct doc as id from (${papersLabelled(few.condition.ranges)}) met) few cross join paper p`
    : sql`paper p`;
  return readAll(slow, from, few ? [sql`p.id = few.id`, ...where] : where, order, window);
}

/** The condition on labels whose papers are gone through in place of all; null when that of none is faster. */
async function leadingIn(db: Db, labels: readonly LabelCondition[]): Promise<LabelCondition | null> {
  const [only, another] = labels;
  if (only && !another && isOneLabel(only)) return only;
  const fewest = await fewestLabelled(db, labels, FEW_LABELS);
  const areFew = fewest && (fewest.size <= FEW_IN_ANY_CASE || fewest.size * SHARE <= fewest.papers);
  return areFew ? fewest.condition : (labels.find(isOneLabel) ?? null);
}

function readAll(db: Db, from: Sql, where: readonly Sql[], order: PaperOrder, window: Window): Promise<Page<Paper>> {
  const list = { columns: paperColumns, from, where, order: paperOrderTerms(order), json: PAPER_JSON };
  return readPage(db, list, window);
}

const keyColumns = new Columns([
  { by: 'p.id', as: 'pk', isNumber: true },
  { by: 'p.first_seen_key', as: 'firstSeenKey' },
]);

/** A page by when papers were first seen: their labels are found first, then the papers of the page are read. */
async function readLabelled(
  db: Db,
  leading: LabelCondition,
  filter: PaperFilter,
  order: PaperOrder,
  window: Window,
): Promise<Page<Paper>> {
  const labelled = papersLabelled(leading.ranges);
  const firstSeenKey = sql`p.first_seen_key`;
  const others = { ...filter, [leading.name]: null };
  const page = await readPage<{ pk: number; firstSeenKey: string }>(
    db,
    {
      columns: () => keyColumns,
      from: isOneLabel(leading)
        ? sql`(select one.doc as id, one.first_seen_key from (${labelled}) one) p`
        : sql`(select distinct met.doc as id, met.first_seen_key from (${labelled}) met) p`,
      where: [...conditionsOfIds(others), ...firstSeenConditions(filter, firstSeenKey)],
      order: paperOrderTerms(order),
    },
    window,
  );
  const papers = await papersByPk(
    db,
    page.items.map(({ row }) => row.pk),
    window.asked,
  );
  const paperOf = new Map(papers.map((paper) => [paper.pk, paper]));
  const items = page.items.flatMap(({ row, position }) => {
    const paper = paperOf.get(row.pk);
    return paper ? [{ row: paper, position }] : [];
  });
  return { items, hasMore: page.hasMore };
}
