import sql, { raw, type Sql } from 'sql-template-tag';
import { run, table } from '../../store/sql';
import { BETWEEN_TERMS } from '../traits';
import type { TermEntry, TermIndex } from './term-index';

/** All that is particular to PostgreSQL. */
export const postgresTermIndex: TermIndex = {
  add: async (db, entries) => {
    await run(db, sql`insert into term_index (token, paper_id) select token, paper_id from ${rowsOf(entries)} added`);
  },

  remove: async (db, entries) => {
    await run(
      db,
      sql`delete from term_index i using ${rowsOf(entries)} gone where i.token = gone.token and i.paper_id = gone.paper_id`,
    );
  },

  clear: async (db) => {
    await run(db, sql`delete from term_index`);
  },

  holders: (token, most) => sql`array_to_json(array(
    select paper_id from term_index i where i.token = ${token} order by paper_id desc limit ${raw(String(most))}
  ))::text`,
};

function rowsOf(entries: readonly TermEntry[]): Sql {
  const rows = entries.flatMap(({ paperPk, tokens }) =>
    tokens === '' ? [] : tokens.split(BETWEEN_TERMS).map((token) => [token, paperPk]),
  );
  return table({ token: 'text', paper_id: 'integer' }, rows);
}
