import type BetterSqlite3 from 'better-sqlite3';
import { Problem } from '../../problem';

/** From this version of Node.js on the driver's present version can be loaded; an older one it ends at once, without a word. */
const PRESENT_FROM = 22;

/**
 * The driver of SQLite that runs on this Node.js: the present version brings what is compiled along, and the one before, which
 * Node.js 24 aborts on, serves older ones.
 *
 * @throws Problem that says what to do when it is not there
 */
export function sqliteDriver(): typeof BetterSqlite3 {
  const isPresent = Number.parseInt(process.versions.node, 10) >= PRESENT_FROM;
  try {
    return isPresent ? require('better-sqlite3') : require('better-sqlite3-12');
  } catch (error) {
    throw new Problem(
      `SQLite: expected its driver to be installed for Node.js ${process.versions.node}, got ${firstLine(error)}; use Node.js ${PRESENT_FROM} or newer, or install again where there is a compiler`,
      { cause: error },
    );
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] as string;
}
