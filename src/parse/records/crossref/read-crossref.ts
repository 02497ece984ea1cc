import { readObjects } from '../json/read-objects';
import type { ReadRecord } from '../record';
import { workOfCrossref } from './crossref-record';

/** Lists in answers of the API and in the files of its yearly data. */
const WAYS = ['message.items', 'items'];

/**
 * Reads works of Crossref: an answer of its API with one work or many, a file of its yearly data (`items`), or one work a line.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readCrossref(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, WAYS, workOfCrossref);
}
