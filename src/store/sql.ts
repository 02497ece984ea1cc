import sql, { type Sql, type Value } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { JsonText } from '../text/json-text';
import { asUnavailable } from './database-problem';
import { BoundTable, type ColumnType } from './engine/bound-table';
import { engineOf } from './engine/engine';
import { runOnPostgres } from './engine/postgres';
import { render } from './engine/render';
import { type Rows, toObjects } from './engine/rows';
import { runOnSqlite } from './engine/sqlite';
import type { Folded } from './folded';
import type { Reading } from './reading/reading';
import type { Work } from './reading/work';

/** Anything that runs statements: a store's reader, the manager of a transaction, or what one operation reads by. */
export interface Db extends Pick<EntityManager, 'dataSource' | 'queryRunner'> {
  /** The operation that reads; whoever does much for it asks now and then whether it may go on. */
  readonly work?: Work;
  /** How its statements are run, if not at once on the connection. */
  readonly reading?: Reading;
  /** What its statements brought along; no relation is folded into a statement where there is none. */
  readonly folded?: Folded;
  /** Whether its statements may take long, for all that is known beforehand. */
  readonly isDear?: boolean;
}

/** What one operation reads by. */
export type OperationDb = Db & { readonly work: Work };

/** The same to run statements that may take long: where operations read, these keep nobody else from being answered. */
export function dear(db: Db): Db {
  return db.reading ? { ...db, isDear: true } : db;
}

/** Values that a statement binds. */
export type Scalar = string | number | null;

/**
 * Runs one statement; rows come back plain, under the names that the statement gives its columns.
 *
 * @throws DatabaseUnavailable in place of what a driver says of a database that is not there, to whoever reads for an
 *   operation
 */
export async function run<Row>(db: Db, statement: Sql): Promise<Row[]> {
  return toObjects(await runForRows(db, statement)) as Row[];
}

/** The same, with rows as arrays. */
export async function runForRows(db: Db, statement: Sql): Promise<Rows> {
  const engine = engineOf(db);
  const rendered = render(statement, engine);
  db.dataSource.logger.logQuery(rendered.text, rendered.values);
  if (db.work && db.reading) {
    try {
      return await db.reading.run(db.work, rendered, db.isDear ?? false);
    } catch (error) {
      throw asUnavailable(error);
    }
  }
  return engine === 'sqlite' ? runOnSqlite(db, rendered) : runOnPostgres(db, rendered);
}

/**
 * Many rows as bound values, to stand where a table does: the statement's text stays the same for any number of rows,
 * so it is prepared once.
 *
 * @param columns names and types of the columns, in the order of each row's values
 */
export function table(columns: Readonly<Record<string, ColumnType>>, rows: readonly (readonly Scalar[])[]): Sql {
  return sql`${new BoundTable(columns, rows) as unknown as Value}`;
}

/** Many texts as a table of one column, to stand behind `in`. */
export function keys(values: readonly string[]): Sql {
  return table(
    { key: 'text' },
    values.map((value) => [value]),
  );
}

/** Many primary keys as a table of one column, to stand behind `in`. */
export function ids(values: readonly number[]): Sql {
  return table(
    { id: 'integer' },
    values.map((value) => [value]),
  );
}

/** `limit`, cast so that SQLite does not prepare the statement again for each new value. */
export function limit(count: number): Sql {
  return sql`limit cast(${count} as integer)`;
}

/** A number as a floating-point one: engines differ in what they take `1.0` for. */
export function float(number: Sql): Sql {
  return sql`cast(${number} as double precision)`;
}

/** Replaces JSON text by what it holds, in place, in the columns that hold JSON. */
export function parseJson<Row>(rows: Row[], columns: readonly (keyof Row)[]): Row[] {
  return replaceTexts(rows, columns, JSON.parse);
}

/** Marks JSON text as such, in place, in the columns that hold JSON which answers show as it is stored. */
export function keepJson<Row>(rows: Row[], columns: readonly (keyof Row)[]): Row[] {
  return replaceTexts(rows, columns, (text) => new JsonText(text));
}

function replaceTexts<Row>(rows: Row[], columns: readonly (keyof Row)[], read: (text: string) => unknown): Row[] {
  for (const row of rows) {
    for (const column of columns) {
      const text = row[column];
      if (typeof text === 'string') row[column] = read(text) as Row[keyof Row];
    }
  }
  return rows;
}
