import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Scalar } from '../sql';

/** Where a row stands in the order of its list: the values of the order's terms, the last one unique. */
export type Position = readonly Scalar[];

/** One term of an order. */
export interface OrderTerm {
  by: Sql;
  /** The column of a row that has its value. */
  as: string;
  descending: boolean;
}

/**
 * True of the rows behind a position (or before it): `(a, b, …) > (?, ?, …)`, where an index on all terms is entered. Terms
 * of different directions cannot be said so: `a > ? or (a = ? and (b > ? or …))`, with the first term bounded once more on
 * its own so that an index on it can be entered at the right place.
 */
export function beyond(order: readonly OrderTerm[], position: Position, before: boolean): Sql {
  const [first] = order;
  if (order.every(({ descending }) => descending === first?.descending)) {
    const terms = order.map(({ by }) => by);
    return sql`(${join(terms, ', ')}) ${raw(first?.descending !== before ? '<' : '>')} (${join([...position], ', ')})`;
  }
  const compare = (index: number): Sql => {
    const term = order[index] as OrderTerm;
    const value = position[index];
    const strict = sql`${term.by} ${raw(term.descending !== before ? '<' : '>')} ${value}`;
    if (index === order.length - 1) return strict;
    const loose = sql`${term.by} ${raw(term.descending !== before ? '<=' : '>=')} ${value}`;
    return sql`${loose} and (${strict} or (${term.by} = ${value} and ${compare(index + 1)}))`;
  };
  return sql`(${compare(0)})`;
}
