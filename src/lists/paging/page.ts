import { keepJson, parseJson, type Scalar } from '../../store/sql';
import type { OrderTerm, Position } from './keyset';
import type { List, Window } from './list';

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

/** A page of rows, of which there is one more than it has where the list goes on. */
export function toPage<Row>(rows: Row[], list: List, window: Window): Page<Row> {
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
