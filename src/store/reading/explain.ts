import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { engineOf } from '../engine/engine';
import type { Rendered } from '../engine/render';
import { toObjects } from '../engine/rows';
import { runOnSqlite } from '../engine/sqlite';
import type { Db } from '../sql';

/** How the engine goes about a statement, line by line; the statement is not run for that. */
export async function explain(db: Db, { text, values }: Rendered): Promise<string[]> {
  if (engineOf(db) === 'postgres') {
    const pool: Pool = (db.dataSource.driver as PostgresDriver).master;
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']);
  }
  const steps = toObjects(runOnSqlite(db, { text: `explain query plan ${text}`, values }));
  return steps.map(({ detail }) => String(detail));
}
