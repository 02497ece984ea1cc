import { checkPosition, type Position, type PositionTerm } from '../../lists/paging/keyset';
import type { Item, Page, Window } from '../../lists/paging/list';

/**
 * The part of a list in memory that a window asks for.
 *
 * @param items in any order
 * @throws WrongPosition
 */
export function pageOf<Row>(
  items: readonly Item<Row>[],
  order: readonly PositionTerm[],
  { limit, after, before, backwards }: Window,
): Page<Row> {
  if (after) checkPosition(order, after, 'after');
  if (before) checkPosition(order, before, 'before');
  const within = items
    .filter(
      ({ position }) =>
        (after === null || compare(order, position, after) > 0) &&
        (before === null || compare(order, position, before) < 0),
    )
    .sort((one, other) => compare(order, one.position, other.position));
  const part = backwards ? within.slice(-limit || within.length) : within.slice(0, limit);
  return { items: part, hasMore: within.length > part.length };
}

/** Less than 0 where the first position comes before the other, more than 0 where it comes behind. */
function compare(order: readonly PositionTerm[], one: Position, other: Position): number {
  for (const [index, { descending }] of order.entries()) {
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    if (a !== b) return a < b === descending ? 1 : -1;
  }
  return 0;
}
