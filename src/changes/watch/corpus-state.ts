import type BetterSqlite3 from 'better-sqlite3';
import sql from 'sql-template-tag';
import { sqliteConnection } from '../../store/engine/sqlite';
import { Work } from '../../store/reading/work';
import { type Db, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { inTurns } from './in-turns';

/**
 * Reads which state of the corpus questions are answered from. What is asked between two readings that give the same was
 * answered from that state: nothing was committed in between, by whichever process.
 */
export type ReadState = () => Promise<string>;

/** How long PostgreSQL may take to say it, in milliseconds: longer, and what is kept is no faster than what is made. */
const PATIENCE = 500;

/** How to read the state of a store, from the connections that answer questions. */
export function stateOf(store: Pick<Store, 'engine' | 'read' | 'reader' | 'presence'>): ReadState {
  return store.engine === 'postgres'
    ? inTurns(() => readPostgres(store.read(new Work(PATIENCE))))
    : readerOfSqlite(store);
}

/**
 * The number that changes with the commits of all other connections, of the file that is open. It comes out of shared memory
 * in microseconds.
 */
function readerOfSqlite({ reader, presence }: Pick<Store, 'reader' | 'presence'>): ReadState {
  let generation = 0;
  let statement: BetterSqlite3.Statement;
  return async () => {
    presence.check();
    if (generation !== presence.generation) {
      statement = sqliteConnection(reader.dataSource).prepare('pragma data_version').pluck();
      generation = presence.generation;
    }
    return `${generation} ${statement.get()}`;
  };
}

/** The version, and the transaction that wrote it: every write of Offprint begins by writing this row. */
async function readPostgres(db: Db): Promise<string> {
  const [row] = await run<{ state: string }>(db, sql`select version || ' ' || xmin as state from corpus`);
  if (!row) throw new Error('The corpus row is missing: the database was not migrated by Offprint');
  return row.state;
}
