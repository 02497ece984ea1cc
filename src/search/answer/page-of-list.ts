import { checkPosition, type Position, type PositionTerm } from '../../lists/paging/keyset';
import type { Window } from '../../lists/paging/list';
import type { Page } from '../../lists/paging/page';

/**
 * The part of a list in memory that a window asks for.
 *
 * @param rows in the order
 * @param positionOf where a row stands in the order
 * @throws WrongPosition
 */
export function pageOf<Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  order: readonly PositionTerm[],
  { limit, after, before, backwards }: Window,
): Page<Row> {
  if (after) checkPosition(order, after, 'after');
  if (before) checkPosition(order, before, 'before');
  const isBefore = (position: Position, most: number) => (row: Row) => compare(order, positionOf(row), position) < most;
  const from = after === null ? 0 : countWhile(rows, isBefore(after, 1));
  const to = before === null ? rows.length : countWhile(rows, isBefore(before, 0));
  const part = backwards
    ? rows.slice(Math.max(from, to - limit), Math.max(from, to))
    : rows.slice(from, Math.min(to, from + limit));
  return { items: part.map((row) => ({ row, position: positionOf(row) })), hasMore: to - from > part.length };
}

/** How many rows at the start of a list something is true of that is true of none behind. */
function countWhile<Row>(rows: readonly Row[], isTrue: (row: Row) => boolean): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isTrue(rows[middle] as Row)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Less than 0 where the first position comes before the other, more than 0 where it comes behind. */
export function compare(order: readonly PositionTerm[], one: Position, other: Position): number {
  for (const [index, { descending }] of order.entries()) {
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    if (a !== b) return a < b === descending ? 1 : -1;
  }
  return 0;
}
