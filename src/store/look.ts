import BetterSqlite3 from 'better-sqlite3';
import sql from 'sql-template-tag';
import { Problem } from '../problem';
import { run } from './sql';
import type { Store } from './store';
import { identityOf } from './write/file-in-place';

/** How long PostgreSQL may take to answer, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Looks whether a store can answer. On SQLite a connection that is open goes on reading a file that was deleted or replaced,
 * and pages that it remembers: so the file is opened anew, and has to be the one that it was.
 *
 * @returns what looks; it throws when the database is gone, replaced, locked, malformed, or does not answer in time
 */
export function lookAt({ engine, reader }: Pick<Store, 'engine' | 'reader'>): () => Promise<void> {
  if (engine === 'postgres') return () => withinTime(run(reader, sql`select version from corpus where id = 1`));
  const file = String(reader.dataSource.options.database);
  const opened = identityOf(file);
  return async () => {
    const found = identityOf(file);
    if (found !== opened) {
      throw new Problem(`expected the database file that was opened, got ${found === '' ? 'none' : 'another one'}`);
    }
    const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      connection.prepare('select version from corpus where id = 1').get();
    } finally {
      connection.close();
    }
  };
}

async function withinTime(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem(`expected an answer within ${PATIENCE} ms, got none`)), PATIENCE);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
