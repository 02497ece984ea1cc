import sql, { raw } from 'sql-template-tag';
import { engineOf } from '../store/engine/engine';
import { type Db, run } from '../store/sql';
import { insertRows } from '../store/write/insert-rows';
import { Checksum, type TableSum } from './checksum';
import { readBatches } from './read-batches';
import type { CopiedTable } from './tables';
import { updateRows } from './update-rows';

/** Hears of rows that were read. */
export type RowsSeen = (rows: number) => void;

/**
 * The one row of this table is what writers of all processes wait for. It is changed and not replaced: one who waits
 * for a row that is deleted finds no row to wait for.
 */
const LOCK_TABLE = 'corpus';

/** Deletes the rows of a table, but for the one that writers wait for. */
export async function emptyTable(db: Db, { name, selfReferences }: CopiedTable): Promise<void> {
  if (name === LOCK_TABLE) return;
  for (const column of selfReferences) await run(db, sql`update ${raw(`"${name}" set "${column.name}" = null`)}`);
  await run(db, sql`delete from ${raw(`"${name}"`)}`);
}

/** Copies the rows of a table, and sums up what it read. */
export async function copyTable(from: Db, to: Db, table: CopiedTable, seen: RowsSeen): Promise<TableSum> {
  const { name, columns, key, selfReferences } = table;
  const names = columns.map((column) => column.name);
  const checksum = new Checksum();
  for await (const rows of readBatches(from, table, columns)) {
    checksum.add(rows);
    if (name === LOCK_TABLE) await updateRows(to, table, columns, rows);
    else {
      const free = rows.map((row) => row.map((value, i) => (isIn(selfReferences, columns[i]) ? null : value)));
      await insertRows(to, name, names, selfReferences.length > 0 ? free : rows);
    }
    seen(rows.length);
  }
  if (selfReferences.length > 0) {
    const pointing = [...key, ...selfReferences];
    for await (const rows of readBatches(from, table, pointing)) await updateRows(to, table, pointing, rows);
  }
  await continueNumbers(to, table);
  return checksum.sum();
}

/** Sums up a table. */
export async function sumTable(db: Db, table: CopiedTable, seen: RowsSeen): Promise<TableSum> {
  const checksum = new Checksum();
  for await (const rows of readBatches(db, table, table.columns)) {
    checksum.add(rows);
    seen(rows.length);
  }
  return checksum.sum();
}

/** How many rows a table has. */
export async function countRows(db: Db, { name }: CopiedTable): Promise<number> {
  const [row] = await run<{ n: number }>(db, sql`select count(*) as n from ${raw(`"${name}"`)}`);
  return Number(row?.n);
}

/**
 * Lets PostgreSQL number new rows from where the copied ones end; SQLite sees them by itself. Not by `setval`, which is
 * not undone with its transaction.
 */
async function continueNumbers(db: Db, { name, numbered }: CopiedTable): Promise<void> {
  if (numbered === null || engineOf(db) !== 'postgres') return;
  const [row] = await run<{ sequence: string; next: string }>(
    db,
    sql`select pg_get_serial_sequence(${`"${name}"`}, ${numbered}) as sequence,
          (select coalesce(max(${raw(`"${numbered}"`)}), 0) + 1 from ${raw(`"${name}"`)})::text as next`,
  );
  await run(db, sql`alter sequence ${raw(row?.sequence ?? '')} restart with ${raw(row?.next ?? '')}`);
}

function isIn<Item>(items: readonly Item[], item: Item | undefined): boolean {
  return item !== undefined && items.includes(item);
}
