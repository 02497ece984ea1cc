import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import { type Columns, columnsOf } from './columns';
import { isOwnHeader } from './own-table';
import { RowScanner } from './row-scanner';

/** How a table is written. */
export interface TableHead {
  /** One sign: a comma, a semicolon, a tab or a bar. */
  separator: string;
  columns: Columns;
  /** How many columns the header has. */
  width: number;
  /** Rows up to the header and with it. */
  rows: number;
  /** Whether Offprint wrote it. */
  isOwn: boolean;
}

const SEPARATORS = [',', ';', '\t', '|'];
/** So many rows may stand before the header. */
const MOST_BEFORE = 10;
/** So much of a file shows the header, in UTF-16 units. */
const LONGEST = 1_000_000;

/**
 * Finds the header of a table: the first row that has a column for the title; null while the beginning does not show it.
 *
 * @param head the beginning of the text
 * @param isWhole whether that is all
 * @throws DigestSyntaxError where there is none
 */
export function tableHeadOf(head: string, isWhole: boolean, file: string): TableHead | null {
  const isEnough = isWhole || head.length > LONGEST || head.split('\n').length > 4 * MOST_BEFORE;
  if (!isEnough) return null;
  for (let row = 0; row < MOST_BEFORE; row += 1) {
    const heads = SEPARATORS.flatMap((separator) => headAt(head, separator, row) ?? []);
    const best = heads.sort((one, other) => other.columns.size - one.columns.size || other.width - one.width)[0];
    if (best !== undefined) return best;
  }
  const first = head.split('\n').find((line) => line.trim() !== '') ?? '';
  throw new DigestSyntaxError(
    file,
    1,
    'a header with a column called "title"',
    first === '' ? 'an empty file' : quote(first),
  );
}

function headAt(text: string, separator: string, row: number): TableHead | null {
  let number = 0;
  for (const { cells } of new RowScanner(separator).take(text.slice(0, LONGEST), true)) {
    if (number === row) {
      const columns = cells && columnsOf(cells);
      return columns && { separator, columns, width: cells.length, rows: number + 1, isOwn: isOwnHeader(cells) };
    }
    number += 1;
  }
  return null;
}
