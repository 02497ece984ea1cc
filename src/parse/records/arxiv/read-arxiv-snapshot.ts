import { readObjects } from '../json/read-objects';
import type { ReadRecord } from '../record';
import { recordOfLine } from './snapshot-record';

/**
 * Reads arXiv's snapshot of its metadata, as Kaggle has it: JSON Lines, whatever it is called. A list of the same objects is read too.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export function readArxivSnapshot(text: AsyncIterable<string>, file: string): AsyncIterable<ReadRecord> {
  return readObjects(text, file, [], recordOfLine);
}
