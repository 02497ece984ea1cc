import sql, { join, raw } from 'sql-template-tag';
import { table as boundTable, type Db, run } from '../store/sql';
import type { Row } from './read-batches';
import type { CopiedColumn, CopiedTable } from './tables';

/**
 * Gives rows that are there the values of some columns.
 *
 * @param columns those of each row's values; the columns of the primary key among them tell which row it is
 */
export async function updateRows(
  db: Db,
  { name, key }: CopiedTable,
  columns: readonly CopiedColumn[],
  rows: readonly Row[],
): Promise<void> {
  const values = boundTable(Object.fromEntries(columns.map((column) => [column.name, column.type])), rows);
  const set = columns
    .filter((column) => !key.includes(column))
    .map((column) => raw(`"${column.name}" = given."${column.name}"`));
  const where = key.map((column) => raw(`"${name}"."${column.name}" = given."${column.name}"`));
  await run(
    db,
    sql`update ${raw(`"${name}"`)} set ${join(set, ', ')} from ${values} given where ${join(where, ' and ')}`,
  );
}
