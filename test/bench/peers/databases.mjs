import pg from 'pg';
import { Database } from './sqlite-driver.mjs';

/**
 * The database that a peer serves, under the hand-written SQL of `statements.mjs`: `?` for a value, `PARENTS k` for a list of keys as a
 * table. A prepared statement gives its rows, on PostgreSQL a promise of them.
 */
export function openDatabase({ DATABASE, DATABASE_URL }) {
  return DATABASE_URL ? postgres(DATABASE_URL) : sqlite(DATABASE);
}

function sqlite(file) {
  const db = new Database(file, { readonly: true });
  return (sql) => {
    const statement = db.prepare(sql.replace('PARENTS k', 'json_each(?) k'));
    return (...values) =>
      statement.all(...values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value)));
  };
}

function postgres(url) {
  // Days as texts, as they are written in answers.
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  let prepared = 0;
  return (sql) => {
    let place = 0;
    const text = sql.replace('PARENTS k', 'unnest(?::integer[]) k (value)').replaceAll('?', () => {
      place += 1;
      return `$${place}`;
    });
    prepared += 1;
    const name = `statement ${prepared}`;
    return async (...values) => (await pool.query({ name, text, values })).rows;
  };
}
