import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Database } from './sqlite-driver.mjs';

const ROWS_AT_A_TIME = 2_000;
/** In an order in which each row's parents come before it. */
const TABLES = [
  'corpus',
  'digest',
  'paper',
  'topic',
  'repository',
  'digest_paper',
  'paper_topic',
  'topic_paper',
  'paper_link',
  'paper_repository',
];
const JSON_COLUMNS = ['authors', 'aliases', 'evidence'];

/** Makes the tables of `peers.sql` in PostgreSQL and fills them with the rows of an SQLite file of Offprint. */
export async function copyRows(file, url) {
  const sqlite = new Database(file, { readonly: true });
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin');
  await client.query(readFileSync(new URL('peers.sql', import.meta.url), 'utf8'));
  // A topic may stand before the one above it: such a reference is checked at the end.
  await client.query('alter table topic alter constraint topic_parent_id_fkey deferrable initially deferred');
  for (const table of TABLES) {
    let rows = [];
    const flush = async () => {
      const values = [JSON.stringify(rows)];
      await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, values);
      rows = [];
    };
    for (const row of sqlite.prepare(`select * from ${table}`).iterate()) {
      for (const column of JSON_COLUMNS) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column]);
      rows.push(row);
      if (rows.length === ROWS_AT_A_TIME) await flush();
    }
    if (rows.length > 0) await flush();
  }
  await client.query('commit');
  await client.query('vacuum analyze');
  await client.end();
  sqlite.close();
}
