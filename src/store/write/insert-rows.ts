import sql, { raw, type Value } from 'sql-template-tag';
import { BoundRows } from '../engine/bound-rows';
import { type Engine, engineOf } from '../engine/engine';
import { type Db, run, type Scalar } from '../sql';

/** Most rows a statement: SQLite gains nothing by more, on PostgreSQL each statement is a journey. */
const ROWS_A_STATEMENT: Readonly<Record<Engine, number>> = { sqlite: 64, postgres: 512 };

/**
 * Inserts rows in as few statements as their number allows.
 *
 * @param columns names of the columns, in the order of each row's values
 */
export async function insertRows(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Scalar[])[],
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const into = raw(`"${table}" (${names})`);
  for (let start = 0; start < rows.length; ) {
    const part = rows.slice(start, start + rowsAtATime(engineOf(db), rows.length - start));
    await run(db, sql`insert into ${into} values ${new BoundRows(part) as unknown as Value}`);
    start += part.length;
  }
}

/** On SQLite the last rows go in halves of halves: so few statements differ that all of them stay prepared. */
function rowsAtATime(engine: Engine, left: number): number {
  return Math.min(ROWS_A_STATEMENT[engine], engine === 'sqlite' ? 2 ** Math.floor(Math.log2(left)) : left);
}
