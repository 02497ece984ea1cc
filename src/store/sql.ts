import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type EntityManager, getMetadataArgsStorage } from 'typeorm';

/** Anything that runs statements: the data source's manager, or the one of a transaction. */
export type Db = EntityManager;

/** Values that a statement binds. */
export type Scalar = string | number | null;

/** Runs one statement; rows come back plain, under the names that the statement gives its columns. */
export function run<Row>(db: Db, statement: Sql): Promise<Row[]> {
  return db.query(statement.sql, statement.values);
}

/**
 * Many keys as one bound value, to stand behind `in`: the statement's text stays the same for any number of keys, so
 * it is prepared once.
 */
export function keys(values: readonly Scalar[]): Sql {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** `limit`, cast so that SQLite does not prepare the statement again for each new value. */
export function limit(count: number): Sql {
  return sql`limit cast(${count} as integer)`;
}

/** The columns of an entity as a select list: `p.first_seen_on as "firstSeenOn", …`. */
export function columnsOf(entity: new () => object, alias: string): Sql {
  const columns = getMetadataArgsStorage().columns.filter((column) => column.target === entity);
  return join(
    columns.map(({ propertyName, options }) => raw(`${alias}.${options.name ?? propertyName} as "${propertyName}"`)),
    ', ',
  );
}

/** Replaces JSON text by what it holds, in place, in the columns that hold JSON. */
export function parseJson<Row>(rows: Row[], columns: readonly (keyof Row)[]): Row[] {
  for (const row of rows) {
    for (const column of columns) {
      const text = row[column];
      if (typeof text === 'string') row[column] = JSON.parse(text);
    }
  }
  return rows;
}
