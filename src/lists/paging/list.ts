import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Asked } from '../../store/asked';
import type { Columns } from '../../store/columns';
import { engineOf } from '../../store/engine/engine';
import { letOthersRun } from '../../store/reading/let-others-run';
import { type Db, ids, keepJson, limit, parseJson, run, type Scalar } from '../../store/sql';
import { beyond, checkPosition, type OrderTerm, type Position } from './keyset';

/** Which part of a list to read: at most `limit` rows between two positions, counted from its start or its end. */
export interface Window {
  limit: number;
  after: Position | null;
  before: Position | null;
  /** Count from the end. The rows still come in the order of the list. */
  backwards: boolean;
  /** Of the columns that not every reader needs, those to read; all unless said. */
  asked?: Asked;
}

/** A list as SQL. Its order must be total: the last term is unique in the list. */
export interface List {
  columns(asked?: Asked): Columns;
  from: Sql;
  where: readonly Sql[];
  order: readonly OrderTerm[];
  /** Columns that hold JSON text, to be looked into. */
  json?: readonly string[];
  /** Columns that hold JSON text as answers have it. */
  written?: readonly string[];
}

/** A list that each of many parents has: the papers of a topic, the topics of a paper. */
export interface ChildList extends List {
  /** The column that names the parent. */
  parent: Sql;
  /**
   * The column that names the row among its parent's rows, for lists that grow with the corpus: the rows of a page are
   * found first by an index walk for each parent, then read. Without it all rows of the parents are read, which is right for lists that stay small.
   */
  member?: Sql;
  /**
   * Where that walk finds the rows, joined in another order than in `from`. Only SQLite is told: the planner of PostgreSQL
   * knows how many rows a parent has.
   */
  walk?: Sql;
}

/** A row and its place. */
export interface Item<Row> {
  row: Row;
  position: Position;
}

/** A part of a list, in order. */
export interface Page<Row> {
  items: Item<Row>[];
  /** Whether the list goes on behind this part, in the direction that it was read. */
  hasMore: boolean;
}

/** Reads a part of one list. */
export async function readPage<Row>(db: Db, list: List, window: Window): Promise<Page<Row>> {
  const rows = await run<Row>(
    db,
    sql`select ${list.columns(window.asked).sql} from ${list.from}
        where ${all(list.where, window, list.order)} order by ${orderBy(list, window)} ${limit(window.limit + 1)}`,
  );
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
  const rows = await run<Row & { parentKey: number }>(
    db,
    list.member ? walks[engineOf(db)](list, list.member, parents, window) : gather(list, parents, window),
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

/** One index walk for each parent, as each engine can say it. */
const walks = {
  /** SQLite has no lateral join: the walk finds the members of the page, and only those are then read. */
  sqlite: (list: ChildList, member: Sql, parents: readonly number[], window: Window): Sql =>
    sql`select parent.id as "parentKey", ${list.columns(window.asked).sql}
      from ${ids(parents)} parent cross join ${list.from}
      where ${list.parent} = parent.id and ${member} in (
        select ${member} from ${list.walk ?? list.from}
        where ${all([sql`${list.parent} = parent.id`, ...list.where], window, list.order)}
        order by ${orderBy(list, window)} ${limit(window.limit + 1)}
      )
      order by parent.id, ${orderBy(list, window)}`,

  postgres: (list: ChildList, _: Sql, parents: readonly number[], window: Window): Sql =>
    sql`select parent.id as "parentKey", page.* from ${ids(parents)} parent cross join lateral (
        select ${list.columns(window.asked).sql} from ${list.from}
        where ${all([sql`${list.parent} = parent.id`, ...list.where], window, list.order)}
        order by ${orderBy(list, window)} ${limit(window.limit + 1)}
      ) page
      order by parent.id, ${orderByPosition(list, window)}`,
};

/** All rows of the parents, in order; the first of each are kept. */
function gather(list: ChildList, parents: readonly number[], window: Window): Sql {
  return sql`select ${list.parent} as "parentKey", ${list.columns(window.asked).sql} from ${list.from}
    where ${all([sql`${list.parent} in ${ids(parents)}`, ...list.where], window, list.order)}
    order by ${list.parent}, ${orderBy(list, window)}`;
}

function orderBy(list: List, window: Window): Sql {
  return join(
    list.order.map((term) => sql`${term.by} ${raw(term.descending !== window.backwards ? 'desc' : 'asc')}`),
    ', ',
  );
}

function orderByPosition(list: List, window: Window): Sql {
  const order = list.order.map((term) => ({ ...term, by: sql`page.${raw(`"${term.as}"`)}` }));
  return orderBy({ ...list, order }, window);
}

function all(where: readonly Sql[], window: Window, order: readonly OrderTerm[]): Sql {
  const bounds = [
    ...(window.after ? [beyond(order, checkPosition(order, window.after, 'after'), false)] : []),
    ...(window.before ? [beyond(order, checkPosition(order, window.before, 'before'), true)] : []),
  ];
  return conjunction([...where, ...bounds]);
}

function conjunction(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : join([...conditions], ' and ');
}

function toPage<Row>(rows: Row[], list: List, window: Window): Page<Row> {
  const hasMore = rows.length > window.limit;
  const kept = rows.slice(0, window.limit);
  if (window.backwards) kept.reverse();
  parseJson(kept, (list.json ?? []) as (keyof Row)[]);
  keepJson(kept, (list.written ?? []) as (keyof Row)[]);
  return { hasMore, items: kept.map((row) => new ListedItem(row, list.order)) };
}

/** Most readers ask for no position, so it is made for those that do. */
class ListedItem<Row> implements Item<Row> {
  constructor(
    readonly row: Row,
    private readonly order: readonly OrderTerm[],
  ) {}

  get position(): Position {
    const values = this.row as Record<string, Scalar>;
    return this.order.map(({ as }) => values[as] as Scalar);
  }
}
