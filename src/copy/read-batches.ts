import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { type Db, run, type Scalar } from '../store/sql';
import type { CopiedColumn, CopiedTable } from './tables';

/** The values of a row, in the order of the columns that were asked for. */
export type Row = readonly Scalar[];

/** Rows in memory at a time. */
const ROWS_AT_A_TIME = 500;

/**
 * Reads a table in the order of its primary key, some rows at a time.
 *
 * @param columns those to read; the columns of the primary key are to be among them
 */
export async function* readBatches(
  db: Db,
  { name, key }: CopiedTable,
  columns: readonly CopiedColumn[],
): AsyncGenerator<Row[]> {
  const places = key.map((column) => columns.indexOf(column));
  const order = join(key.map(nameOf), ', ');
  for (let after = empty; ; ) {
    const found = await run<Record<string, Scalar>>(
      db,
      sql`select ${join(columns.map(selected), ', ')} from ${raw(`"${name}"`)} t ${after}
          order by ${order} limit ${ROWS_AT_A_TIME}`,
    );
    if (found.length === 0) return;
    const rows = found.map((row) => columns.map((column) => row[column.name] as Scalar));
    yield rows;
    const last = rows.at(-1) as Row;
    after = sql`where (${order}) > (${join(places.map((place) => last[place] as Scalar))})`;
  }
}

function nameOf({ name }: CopiedColumn): Sql {
  return raw(`t."${name}"`);
}

/** A number of 64 bits does not fit into one of JavaScript's, so it travels as text. */
function selected({ name, type }: CopiedColumn): Sql {
  return raw(type === 'bigint' ? `cast(t."${name}" as text) as "${name}"` : `t."${name}" as "${name}"`);
}
