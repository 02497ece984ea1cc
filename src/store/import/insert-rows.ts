import sql, { join, raw } from 'sql-template-tag';
import { type Db, run, type Scalar } from '../sql';

/** Rows a statement; one size, so that one prepared statement serves them all. */
const ROWS_A_STATEMENT = 50;

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
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const values = rows.slice(start, start + ROWS_A_STATEMENT).map((row) => sql`(${join([...row])})`);
    await run(db, sql`insert into ${raw(`"${table}" (${names})`)} values ${join(values)}`);
  }
}
