import { FIRST, type Relation, WHOLE, type Window } from '../lists/paging/list';
import type { Page } from '../lists/paging/page';
import { countChildren, readPages } from '../lists/paging/read-pages';
import type { Db } from '../store/sql';
import { RelationLoader } from './relation-loader';
import { whenThere } from './when-there';

export interface InWindow {
  window: Window;
}

/** Loads pages of a relation: as they were brought along with their parents, or for all parents in one statement. */
export class ListLoader<Args extends object, Row> {
  private readonly loader: RelationLoader<Args & InWindow, Page<Row>>;

  /** @param read how pages are read, if not as the relation says */
  constructor(
    private readonly db: Db,
    private readonly relation: Relation<Args, Row>,
    read?: (parents: readonly number[], args: Args & InWindow) => Promise<Map<number, Page<Row>>>,
  ) {
    this.loader = new RelationLoader(
      read ?? ((parents, args) => readPages<Row>(db, relation.list(args), parents, args.window)),
    );
  }

  load(parent: number, args: Args & InWindow): Page<Row> | Promise<Page<Row>> {
    const folded = this.db.folded?.get(this.relation, args, parent) as Page<Row> | undefined;
    return folded ?? this.loader.load(parent, args);
  }
}

/** Loads how many rows a relation has. */
export function countsOf<Args>(db: Db, relation: Relation<Args, unknown>): RelationLoader<Args, number> {
  return new RelationLoader((parents, args) => countChildren(db, relation.list(args), parents));
}

/** Loads all rows of a relation. */
export function wholeOf<Row>(db: Db, relation: Relation<object, Row>) {
  const loader = new ListLoader(db, relation);
  return {
    load: (parent: number): Row[] | Promise<Row[]> =>
      whenThere(loader.load(parent, { window: WHOLE }), ({ items }) => items.map(({ row }) => row)),
  };
}

/** Loads the one row of a relation; null where there is none. */
export function oneOf<Row>(db: Db, relation: Relation<object, Row>) {
  const loader = new ListLoader(db, relation);
  return {
    load: (parent: number): Row | null | Promise<Row | null> =>
      whenThere(loader.load(parent, { window: FIRST }), ({ items }) => items[0]?.row ?? null),
  };
}
