import type { Sql } from 'sql-template-tag';
import type { Asked } from '../../store/asked';
import type { Columns } from '../../store/columns';
import type { Engine } from '../../store/engine/engine';
import type { OrderTerm, Position } from './keyset';

/** Which part of a list to read: at most `limit` rows between two positions, counted from its start or its end. */
export interface Window {
  limit: number;
  after: Position | null;
  before: Position | null;
  /** Count from the end. The rows still come in the order of the list. */
  backwards: boolean;
  /** Of the columns that not every reader needs, those to read; all unless said. */
  asked?: Asked;
  /** Relations of the rows that the statement may bring along. */
  folds?: readonly Fold[];
}

/** The whole of a list. */
export const WHOLE: Window = { limit: 2 ** 31 - 2, after: null, before: null, backwards: false };
/** The first row of a list. */
export const FIRST: Window = { ...WHOLE, limit: 1 };

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

/** A list that each of many parents has, declared once: as it is read for many parents, counted, and folded into their statement. */
export interface Relation<Args, Row> {
  /** The type and the field that show it: `Paper.topics`. */
  name: string;
  list(args: Args): ChildList;
  /** Where it is faster folded into the statement of its parents than read by one of its own. */
  foldedOn: readonly Engine[];
  /** Never there: of what type its rows are. */
  row?: Row;
}

/** A relation that takes no arguments. */
export function fixed<Row>(name: string, foldedOn: readonly Engine[], list: ChildList): Relation<object, Row> {
  return { name, foldedOn, list: () => list };
}

/** A relation to fold into the statement of its parents. */
export interface Fold {
  // biome-ignore lint/suspicious/noExplicitAny: of any arguments
  relation: Relation<any, unknown>;
  /** What its loader is asked, the part of the list to read among it. */
  args: { window: Window };
  /** The column of the parents' rows that its lists are of. */
  by: string;
  /** Relations of its own rows. */
  folds: readonly Fold[];
}
