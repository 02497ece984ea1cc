import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Engine } from '../../store/engine/engine';
import { limit } from '../../store/sql';
import { beyond, checkPosition, type OrderTerm } from './keyset';
import type { ChildList, List, Window } from './list';

/** The statement that reads a part of one list. */
export function pageOf(list: List, window: Window): Sql {
  return sql`select ${list.columns(window.asked).sql} from ${list.from}
    where ${all(list.where, window, list.order)} order by ${orderBy(list, window)} ${limit(window.limit + 1)}`;
}

/**
 * The statement that reads the same part of the list of each parent, which `parentKey` names in its rows.
 *
 * @param parents a table of one column, `id`
 */
export function pagesOf(engine: Engine, list: ChildList, parents: Sql, window: Window): Sql {
  return list.member ? walks[engine](list, list.member, parents, window) : gather(list, parents, window);
}

/** The same where how many parents there are is known only when it runs: PostgreSQL is told to go by an index for each. */
export function foldedPagesOf(engine: Engine, list: ChildList, parents: Sql, window: Window): Sql {
  return engine === 'postgres'
    ? walks.postgres(list, list.parent, parents, window)
    : pagesOf(engine, list, parents, window);
}

/** Rows that PostgreSQL plans for, in steps. */
const PLANNED = [1, 2, 6, 21, 51, 101] as const;

/**
 * The same rows on PostgreSQL, which does not know how many a bound limit will let through: it takes a tenth for likely, finds
 * the plan of a prepared statement dear, and plans the statement anew each time. That took half of the time of one paper whole.
 *
 * @param most how many rows the statement gives at most
 */
export function boundForPlan(statement: Sql, most: number): Sql {
  const planned = PLANNED.find((rows) => rows >= most);
  return planned === undefined ? statement : sql`select * from (${statement}) bound limit ${raw(String(planned))}`;
}

/** One index walk for each parent, as each engine can say it. */
const walks = {
  /** SQLite has no lateral join: the walk finds the members of the page, and only those are then read. */
  sqlite: (list: ChildList, member: Sql, parents: Sql, window: Window): Sql =>
    sql`select parent.id as "parentKey", ${list.columns(window.asked).sql}
      from ${parents} parent cross join ${list.from}
      where ${list.parent} = parent.id and ${member} in (
        select ${member} from ${list.walk ?? list.from}
        where ${all([sql`${list.parent} = parent.id`, ...list.where], window, list.order)}
        order by ${orderBy(list, window)} ${limit(window.limit + 1)}
      )
      order by parent.id, ${orderBy(list, window)}`,

  postgres: (list: ChildList, _: Sql, parents: Sql, window: Window): Sql =>
    sql`select parent.id as "parentKey", page.* from ${parents} parent cross join lateral (${boundForPlan(
      sql`select ${list.columns(window.asked).sql} from ${list.from}
        where ${all([sql`${list.parent} = parent.id`, ...list.where], window, list.order)}
        order by ${orderBy(list, window)} ${limit(window.limit + 1)}`,
      window.limit + 1,
    )}) page
      order by parent.id, ${orderByPosition(list, window)}`,
};

/** All rows of the parents, in order; the first of each are kept. */
function gather(list: ChildList, parents: Sql, window: Window): Sql {
  return sql`select ${list.parent} as "parentKey", ${list.columns(window.asked).sql} from ${list.from}
    where ${all([sql`${list.parent} in ${parents}`, ...list.where], window, list.order)}
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

export function conjunction(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : join([...conditions], ' and ');
}
