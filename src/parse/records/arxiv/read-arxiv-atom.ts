import type { ReadRecord } from '../record';
import { readRecordElements, type XmlFormat } from '../xml/read-elements';
import { recordOfEntry } from './atom-entry';

const ATOM: XmlFormat = { name: 'an answer of arXiv in Atom (<feed>)', roots: ['feed'], records: ['entry'] };

/**
 * Reads answers of arXiv's interface in Atom, and its daily feeds.
 *
 * @throws DigestSyntaxError when the file does not begin as one
 */
export function readArxivAtom(text: AsyncIterable<string>, file: string): AsyncIterable<ReadRecord> {
  return readRecordElements(text, file, ATOM, recordOfEntry);
}
