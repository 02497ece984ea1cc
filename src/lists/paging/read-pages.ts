import sql from 'sql-template-tag';
import { engineOf } from '../../store/engine/engine';
import { letOthersRun } from '../../store/reading/let-others-run';
import { type Db, ids, run } from '../../store/sql';
import { PARENT_KEY, readFolded } from './fold';
import type { ChildList, List, Window } from './list';
import { type Page, toPage } from './page';
import { conjunction, pageOf, pagesOf } from './statements';

/** Reads a part of one list. */
export async function readPage<Row>(db: Db, list: List, window: Window): Promise<Page<Row>> {
  const rows = await readFolded<Row>(db, pageOf(list, window), list.columns(window.asked).list, {
    folds: window.folds,
    limit: window.limit + 1,
  });
  return toPage(rows, list, window);
}

/** Most rows that a statement gives for many parents: some milliseconds on SQLite. */
const ROWS_A_STATEMENT = 1_500;

/**
 * Reads the same part of the list of each parent, in one statement, or in several for so many long lists that others would
 * wait; a parent without rows has an empty page.
 */
export async function readPages<Row>(
  db: Db,
  list: ChildList,
  parents: readonly number[],
  window: Window,
): Promise<Map<number, Page<Row>>> {
  const together = list.member ? Math.ceil(ROWS_A_STATEMENT / (window.limit + 1)) : parents.length;
  if (parents.length <= together) return readPagesTogether(db, list, parents, window);
  const pages = new Map<number, Page<Row>>();
  for (let start = 0; start < parents.length; start += together) {
    if (start > 0) await letOthersRun(db);
    const part = await readPagesTogether<Row>(db, list, parents.slice(start, start + together), window);
    for (const [parent, page] of part) pages.set(parent, page);
  }
  return pages;
}

async function readPagesTogether<Row>(
  db: Db,
  list: ChildList,
  parents: readonly number[],
  window: Window,
): Promise<Map<number, Page<Row>>> {
  if (parents.length === 0) return new Map();
  const rows = await readFolded<Row & { parentKey: number }>(
    db,
    pagesOf(engineOf(db), list, ids(parents), window),
    [PARENT_KEY, ...list.columns(window.asked).list],
    { folds: window.folds, limit: parents.length * (window.limit + 1) },
  );
  const groups = new Map<number, Row[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) groups.get(row.parentKey)?.push(row);
  return new Map([...groups].map(([parent, group]) => [parent, toPage(group, list, window)]));
}

/** Counts the rows of one list. */
export async function countRows(db: Db, list: Pick<List, 'from' | 'where'>): Promise<number> {
  const [row] = await run<{ n: number }>(
    db,
    sql`select count(*) as n from ${list.from} where ${conjunction(list.where)}`,
  );
  return Number(row?.n ?? 0);
}

/** Counts the rows of the list of each parent, in one statement. */
export async function countChildren(
  db: Db,
  list: Pick<ChildList, 'from' | 'where' | 'parent'>,
  parents: readonly number[],
): Promise<Map<number, number>> {
  const rows = await run<{ parentKey: number; n: number }>(
    db,
    sql`select ${list.parent} as "parentKey", count(*) as n from ${list.from}
        where ${conjunction([sql`${list.parent} in ${ids(parents)}`, ...list.where])} group by ${list.parent}`,
  );
  const counts = new Map<number, number>(parents.map((parent) => [parent, 0]));
  for (const row of rows) counts.set(row.parentKey, Number(row.n));
  return counts;
}
