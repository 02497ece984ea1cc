import type BetterSqlite3 from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Rendered } from './render';
import { NO_ROWS, type Rows } from './rows';

/** Memory for the prepared statements of a connection, in bytes: some ten times what all texts of the store take. */
const MOST_BYTES = 8_000_000;

/** What SQLite takes for a statement, and for each character of it, in bytes; about. */
const STATEMENT = 1_000;
const CHARACTER = 30;

/** A statement ready to run, with the names of its columns; none for one that gives no rows. */
interface Prepared {
  statement: BetterSqlite3.Statement;
  names: readonly string[] | null;
}

const prepared = new WeakMap<BetterSqlite3.Database, LRUCache<string, Prepared>>();

/** Runs a statement, prepared when it is first met, on the driver itself: TypeORM takes as long as many a statement. */
export function runPrepared(connection: BetterSqlite3.Database, { text, values }: Rendered): Rows {
  const { statement, names } = prepare(connection, text);
  if (names) return { names, rows: statement.all(...values) as unknown[][] };
  statement.run(...values);
  return NO_ROWS;
}

/** Memory that the prepared statements of a connection take, in bytes; about. */
export function preparedBytes(connection: BetterSqlite3.Database): number {
  return prepared.get(connection)?.calculatedSize ?? 0;
}

function prepare(connection: BetterSqlite3.Database, text: string): Prepared {
  const known = prepared.get(connection) ?? createMemory();
  prepared.set(connection, known);
  const ready = known.get(text) ?? toPrepared(connection.prepare(text));
  known.set(text, ready);
  return ready;
}

function createMemory(): LRUCache<string, Prepared> {
  return new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: (_, text) => STATEMENT + text.length * CHARACTER });
}

function toPrepared(statement: BetterSqlite3.Statement): Prepared {
  if (!statement.reader) return { statement, names: null };
  return { statement: statement.raw(), names: statement.columns().map(({ name }) => name) };
}
