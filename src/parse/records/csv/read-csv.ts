import { quote } from '../../file/digest-syntax-error';
import { evenLines } from '../pieces/even-lines';
import type { ReadRecord, RecordReader } from '../record';
import { unguarded } from './own-table';
import { RowCells } from './row-cells';
import { type ListHabits, rowRecord } from './row-record';
import { type Row, RowScanner } from './row-scanner';
import { type TableHead, tableHeadOf } from './table-head';

/**
 * Reads a table with a header: Zotero's export, lists of papers, spreadsheets; cells between commas, semicolons, tabs or bars. A row
 * without a title, with more cells than the header or with a quotation mark that nothing closes is a broken record, and the
 * reading goes on with the next one.
 *
 * @throws DigestSyntaxError where no column of the header is the title
 */
export const readCsv: RecordReader = async function* (text, file) {
  let beginning = '';
  let table: Table | null = null;
  for await (const piece of evenLines(text)) {
    if (table !== null) {
      yield* table.take(piece, false);
      continue;
    }
    beginning += piece;
    const head = tableHeadOf(beginning, false, file);
    if (head === null) continue;
    table = new Table(head, file);
    yield* table.take(beginning, false);
    beginning = '';
  }
  if (table === null && beginning.trim() === '') return;
  table ??= new Table(tableHeadOf(beginning, true, file) as TableHead, file);
  yield* table.take(beginning, true);
};

class Table {
  private readonly scanner: RowScanner;
  private readonly habits: ListHabits;
  private rows = 0;
  private number = 0;

  constructor(
    private readonly head: TableHead,
    private readonly file: string,
  ) {
    this.scanner = new RowScanner(head.separator);
    // Zotero and Offprint part tags by semicolons, and one tag may hold a comma.
    const isZotero = (head.columns.get('keywords') ?? []).some(({ name }) => /^(?:manual|automatic) tags$/i.test(name));
    this.habits = {
      commas: isZotero || head.isOwn ? 'ARE_TEXT' : 'PART_ALONE',
      hasSemicolonsAlone: head.isOwn,
    };
  }

  *take(piece: string, isLast: boolean): Iterable<ReadRecord> {
    for (const row of this.scanner.take(piece, isLast)) {
      this.rows += 1;
      if (this.rows <= this.head.rows || row.cells?.every((cell) => cell.trim() === '')) continue;
      this.number += 1;
      yield this.recordIn(row);
    }
  }

  private recordIn({ cells, line }: Row): ReadRecord {
    const broken = (expected: string, got: string): ReadRecord => ({
      number: this.number,
      problem: `${this.file}:${line}: expected ${expected}, got ${got}`,
    });
    if (cells === null) return broken('a row that ends', 'a quotation mark that nothing closes, or too many cells');
    const { columns, width, isOwn } = this.head;
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      return broken(`at most ${width} cells`, `${cells.length}, the first ${quote(cells[0] ?? '')}`);
    }
    const title = columns.get('title')?.[0]?.name ?? '';
    const record = rowRecord(
      new RowCells(columns, isOwn ? cells.map(unguarded) : cells),
      this.number,
      line,
      this.habits,
    );
    return record ?? broken(`a title in the column ${quote(title)}`, 'none');
  }
}
