import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Scalar } from '../../store/sql';

/** Where a row stands in the order of its list: the values of the order's terms, the last one unique. */
export type Position = readonly Scalar[];

/** What is known of the values of one term of an order. */
export interface PositionTerm {
  descending: boolean;
  /** What its values are; texts unless said. */
  number?: 'integer' | 'float';
}

/** One term of an order of rows. */
export interface OrderTerm extends PositionTerm {
  by: Sql;
  /** The column of a row that has its value. */
  as: string;
}

/** A position that no row of the list can have: it was made up. */
export class WrongPosition extends Error {
  /** @param end which one of a window */
  constructor(readonly end: 'after' | 'before') {
    super(`${end}: expected a value for each term of the order, of its type`);
  }
}

/** @throws WrongPosition */
export function checkPosition(order: readonly PositionTerm[], position: Position, end: WrongPosition['end']): Position {
  const fits = position.length === order.length && order.every((term, index) => isValueOf(term, position[index]));
  if (!fits) throw new WrongPosition(end);
  return position;
}

/** Greatest integer of the columns that lists are ordered by. */
const GREATEST_INTEGER = 2 ** 31 - 1;

function isValueOf({ number }: PositionTerm, value: unknown): boolean {
  // PostgreSQL knows no text with a NUL, so no row has one.
  if (number === undefined) return typeof value === 'string' && !value.includes('\0');
  if (number === 'float') return Number.isFinite(value);
  return Number.isInteger(value) && Math.abs(value as number) <= GREATEST_INTEGER;
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
