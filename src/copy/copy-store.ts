import { rebuildTermIndex } from '../related/write-terms';
import { rebuildIndex } from '../search/index/upkeep/check-search-index';
import type { Db } from '../store/sql';
import type { Store } from '../store/store';
import { announce } from '../store/write/announce';
import type { TableSum } from './checksum';
import { copyTable, countRows, emptyTable, sumTable } from './copy-table';
import { refreshStatistics } from './refresh-statistics';
import type { Snapshot } from './snapshot';
import { type CopiedTable, tablesOf } from './tables';

/** What a copy does after one another. */
export type CopyStep = 'copying' | 'indexing' | 'checking';

/** Hears how far a copy is. */
export interface CopyProgress {
  /** Each row is read twice: copied, and checked. */
  started(rows: number): void;
  entered(step: CopyStep, table: string | null): void;
  seen(rows: number): void;
}

/** A table that was copied. */
export interface CopiedSum extends TableSum {
  table: string;
}

/**
 * Makes a store hold exactly what another does, primary keys included, in one transaction: all of it, or nothing. What
 * the store held before is deleted. The indexes of words and of terms are made anew: each engine has its own.
 *
 * @param guard looks at the store in that transaction, and throws to leave it as it is
 * @throws Error that names the table whose copy is not what was read
 */
export async function copyStore(
  from: Snapshot,
  to: Store,
  guard: (db: Db) => Promise<void>,
  progress: CopyProgress,
): Promise<CopiedSum[]> {
  const tables = tablesOf(to.writer);
  return to.write(async (db) => {
    await guard(db);
    let rows = 0;
    for (const table of tables) rows += await countRows(from.db, table);
    progress.started(rows);
    for (const table of [...tables].reverse()) await emptyTable(db, table);
    const sums = new Map<CopiedTable, TableSum>();
    for (const table of tables) {
      progress.entered('copying', table.name);
      sums.set(table, await copyTable(from.db, db, table, progress.seen));
    }
    progress.entered('indexing', null);
    await rebuildIndex(db);
    await rebuildTermIndex(db);
    await refreshStatistics(db);
    for (const [table, read] of sums) {
      progress.entered('checking', table.name);
      expectSame(table, read, await sumTable(db, table, progress.seen));
    }
    await announce(db);
    return [...sums].map(([{ name }, sum]) => ({ table: name, ...sum }));
  });
}

function expectSame({ name }: CopiedTable, read: TableSum, written: TableSum): void {
  if (read.rows === written.rows && read.sha256 === written.sha256) return;
  const what = ({ rows, sha256 }: TableSum) => `${rows} rows with the checksum ${sha256}`;
  throw new Error(`${name}: expected ${what(read)}, got ${what(written)}; nothing was copied`);
}
