import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import { linesOf } from '../pieces/lines';
import type { ReadRecord, RecordReader } from '../record';
import { risRecord } from './ris-record';
import { type RisRecord, RisScanner } from './ris-scanner';

/**
 * Reads RIS in its dialects of 2001 and 2011. A record without a title is a broken record, and the reading goes on with the next one.
 *
 * @throws DigestSyntaxError where a text has no record at all
 */
export const readRis: RecordReader = async function* (text, file) {
  const scanner = new RisScanner();
  let number = 0;
  let beginning = '';
  const recordIn = (found: RisRecord): ReadRecord => {
    number += 1;
    const record = found.isTooLong ? null : risRecord(found, number);
    const [expected, got] = found.isTooLong
      ? ['a record that ends', 'more text than a record has']
      : ['a title (TI, T1 or ST)', 'none'];
    return record ?? { number, problem: `${file}:${found.line}: expected ${expected}, got ${got}` };
  };
  for await (const line of linesOf(text)) {
    if (beginning === '') beginning = line.trim().slice(0, 1_000);
    const found = scanner.take(line);
    if (found !== null) yield recordIn(found);
  }
  const last = scanner.end();
  if (last !== null) yield recordIn(last);
  if (number === 0 && beginning !== '')
    throw new DigestSyntaxError(file, 1, 'RIS records, which begin with "TY  - "', quote(beginning));
};
