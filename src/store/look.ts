import sql from 'sql-template-tag';
import { sqliteDriver } from './engine/sqlite-driver';
import { Work } from './reading/work';
import { run } from './sql';
import type { Store } from './store';

/** How long PostgreSQL may take to answer, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Looks whether a store can answer. On SQLite a connection that is open goes on reading a file that was deleted or replaced,
 * and pages that it remembers: so the file is opened anew, and has to be the one that it was.
 *
 * @returns what looks; it throws when the database is gone, replaced, locked, malformed, or does not answer in time
 */
export function lookAt({ engine, reader, presence, read }: Store): () => Promise<void> {
  if (engine === 'postgres') {
    return async () => {
      await run(read(new Work(PATIENCE)), sql`select version from corpus where id = 1`);
    };
  }
  const BetterSqlite3 = sqliteDriver();
  const file = String(reader.dataSource.options.database);
  return async () => {
    presence.check(0);
    const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      connection.prepare('select version from corpus where id = 1').get();
    } finally {
      connection.close();
    }
  };
}
