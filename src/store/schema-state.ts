import sql from 'sql-template-tag';
import { engineOf } from './engine/engine';
import { migrationsOf } from './migrations/all';
import { type Db, run } from './sql';

/** What a database is to this version of Offprint. */
export type SchemaState =
  | { is: 'new' }
  | { is: 'foreign'; tables: string[] }
  /** Migrations that it lacks, and that this version does not know. */
  | { is: 'ours'; missing: string[]; unknown: string[] };

const tables = {
  sqlite: sql`select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!' order by name`,
  postgres: sql`select tablename as name from pg_tables where schemaname = current_schema() order by tablename`,
};

/** Looks at a database without touching it. */
export async function readSchemaState(db: Db): Promise<SchemaState> {
  const engine = engineOf(db);
  const names = (await run<{ name: string }>(db, tables[engine])).map(({ name }) => name);
  if (names.length === 0) return { is: 'new' };
  if (!names.includes('corpus') || !names.includes('migrations')) return { is: 'foreign', tables: names };
  const done = (await run<{ name: string }>(db, sql`select name from migrations order by id`)).map(({ name }) => name);
  const known: string[] = migrationsOf[engine].map(({ name }) => name);
  return {
    is: 'ours',
    missing: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}
