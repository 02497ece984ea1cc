import sql, { type Sql } from 'sql-template-tag';
import { type Engine, engineOf } from '../engine/engine';
import type { Db } from '../sql';

const entries: Readonly<Record<Engine, (object: Sql) => Sql>> = {
  sqlite: (object) => sql`json_each(${object})`,
  postgres: (object) => sql`json_each_text(${object}::json)`,
};

/** What a JSON object in a column holds, as a table `key, value`. */
export function jsonEntries(db: Db, object: Sql): Sql {
  return entries[engineOf(db)](object);
}
