import type { Sql } from 'sql-template-tag';
import { BoundRows } from './bound-rows';
import { BoundTable } from './bound-table';
import type { Engine } from './engine';

/** A statement as a driver takes it. */
export interface Rendered {
  text: string;
  values: unknown[];
}

/**
 * Writes a statement for an engine. Statements are one text for both, but for what they bind: SQLite's parameters are
 * `?` and a table comes as one JSON array; PostgreSQL's are `$1` and a table comes as one array for each column.
 */
export function render(statement: Sql, engine: Engine): Rendered {
  const write = engine === 'postgres' ? writePostgres : writeSqlite;
  const values: unknown[] = [];
  let text = statement.strings[0] ?? '';
  statement.values.forEach((value, index) => {
    text += write(value, values) + statement.strings[index + 1];
  });
  return { text, values };
}

function writeRows({ rows }: BoundRows, values: unknown[], write: typeof writeSqlite): string {
  return rows.map((row) => `(${row.map((value) => write(value, values)).join(', ')})`).join(', ');
}

function writeSqlite(value: unknown, values: unknown[]): string {
  if (value instanceof BoundRows) return writeRows(value, values, writeSqlite);
  if (!(value instanceof BoundTable)) {
    values.push(value);
    return '?';
  }
  const names = Object.keys(value.columns);
  const [name] = names;
  if (names.length === 1) {
    values.push(JSON.stringify(value.rows.map(([only]) => only)));
    return `(select value as ${name} from json_each(?))`;
  }
  values.push(JSON.stringify(value.rows));
  return `(select ${names.map((column, place) => `value ->> ${place} as ${column}`).join(', ')} from json_each(?))`;
}

function writePostgres(value: unknown, values: unknown[]): string {
  if (value instanceof BoundRows) return writeRows(value, values, writePostgres);
  if (!(value instanceof BoundTable)) return `$${values.push(value)}`;
  const arrays = Object.values(value.columns).map(
    (type, place) => `$${values.push(value.rows.map((row) => row[place]))}::${type}[]`,
  );
  if (arrays.length === 1) return `(select unnest(${arrays[0]}) as ${Object.keys(value.columns)[0]})`;
  return `(select * from unnest(${arrays.join(', ')}) as bound (${Object.keys(value.columns).join(', ')}))`;
}
