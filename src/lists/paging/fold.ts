import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Column } from '../../store/columns';
import { type Engine, engineOf } from '../../store/engine/engine';
import type { Rows } from '../../store/engine/rows';
import { type Db, run, runForRows } from '../../store/sql';
import type { Fold, Window } from './list';
import { toPage } from './page';
import { boundForPlan, foldedPagesOf } from './statements';

/** Names the parent in the rows of a child list. */
export const PARENT_KEY: Column = { by: 'parent.id', as: 'parentKey', isNumber: true };

/** Most rows of lists that are walked for each parent, in one statement: beyond it takes milliseconds, and others would wait. */
const MOST_ROWS = 1_500;

/** Rows of one list among those of a statement: of the parents, or of a relation. */
interface Part {
  statement: Sql;
  columns: readonly Column[];
  /** How it comes along, and with which part; null of the parents. */
  along: { fold: Fold; with: number } | null;
}

/**
 * Runs a statement that reads rows, folding into it the relations of these rows that are asked for and that are faster so. What
 * it brings along waits where the loaders of the operation look first.
 *
 * @param columns of the statement
 * @param most how many rows it gives at most
 */
export async function readFolded<Row>(
  db: Db,
  statement: Sql,
  columns: readonly Column[],
  { folds = [], limit: most }: Pick<Window, 'folds' | 'limit'>,
): Promise<Row[]> {
  const engine = engineOf(db);
  const parts = db.folded && folds.length > 0 ? partsOf(engine, { statement, columns, along: null }, folds, most) : [];
  if (parts.length < 2) return run<Row>(db, statement);
  const rows = split(await runForRows(db, together(engine, parts, most)), parts, engine);
  parts.forEach(({ along }, index) => {
    if (along === null) return;
    const { fold } = along;
    const lists = new Map<number, Record<string, unknown>[]>();
    for (const parent of rows[along.with] ?? []) if (parent[fold.by] !== null) lists.set(parent[fold.by] as number, []);
    for (const row of rows[index] ?? []) lists.get(row.parentKey as number)?.push(row);
    const list = fold.relation.list(fold.args);
    const { window } = fold.args;
    db.folded?.put(
      fold.relation,
      fold.args,
      new Map([...lists].map(([parent, found]) => [parent, toPage(found, list, window)])),
    );
  });
  return rows[0] as Row[];
}

/** The parts of a statement: parents before what is folded into them. */
function partsOf(engine: Engine, parents: Part, folds: readonly Fold[], most: number): Part[] {
  const parts = [parents];
  const add = (into: number, wanted: readonly Fold[], parentRows: number): void => {
    for (const fold of wanted) {
      const { relation, args, by } = fold;
      if (!relation.foldedOn.includes(engine)) continue;
      const list = relation.list(args);
      const { window } = args;
      const rows = parentRows * (window.limit + 1);
      if (list.member && rows > MOST_ROWS) continue;
      const statement = foldedPagesOf(
        engine,
        list,
        sql`(select ${raw(by === 'pk' ? `"pk"` : `distinct "${by}"`)} as id from ${partName(into)})`,
        window,
      );
      const columns = [PARENT_KEY, ...list.columns(window.asked).list];
      const index = parts.push({ statement, columns, along: { fold, with: into } }) - 1;
      add(index, fold.folds, list.member ? rows : parentRows);
    }
  };
  add(0, folds, most);
  return parts;
}

/** One statement for all parts: each row says which it belongs to, and has its columns from the left. */
function together(engine: Engine, parts: readonly Part[], most: number): Sql {
  const width = Math.max(...parts.map(({ columns }) => columns.length));
  const tables = parts.map(({ statement }, index) =>
    index === 0 && engine === 'postgres'
      ? sql`${partName(index)} as (${boundForPlan(statement, most)})`
      : sql`${partName(index)} as (${statement})`,
  );
  const selects = parts.map(({ columns }, index) => {
    // Columns of one place are of one type on PostgreSQL.
    const names = columns.map(({ as }) => (engine === 'postgres' ? `"${as}"::text` : `"${as}"`));
    const all = [String(index), ...names, ...Array<string>(width - names.length).fill('null')];
    return sql`select ${raw(all.join(', '))} from ${partName(index)}`;
  });
  return sql`with ${join(tables, ', ')} ${join(selects, ' union all ')}`;
}

function partName(index: number): Sql {
  return raw(`part${index}`);
}

/** The rows of each part, in the order of its list. */
function split({ rows }: Rows, parts: readonly Part[], engine: Engine): Record<string, unknown>[][] {
  const found: Record<string, unknown>[][] = parts.map(() => []);
  for (const row of rows) {
    const index = row[0] as number;
    const columns = parts[index]?.columns ?? [];
    const object: Record<string, unknown> = {};
    for (let place = 0; place < columns.length; place++) {
      const { as, isNumber } = columns[place] as Column;
      const value = row[place + 1];
      object[as] = isNumber && engine === 'postgres' && value !== null ? Number(value) : value;
    }
    found[index]?.push(object);
  }
  return found;
}
