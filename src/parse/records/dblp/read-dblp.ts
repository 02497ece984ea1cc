import type { ReadRecord } from '../record';
import { readRecordElements, type XmlFormat } from '../xml/read-elements';
import { recordOfDblp } from './dblp-record';
import { LATIN_1_ENTITIES } from './latin-1-entities';

const DBLP: XmlFormat = {
  name: 'XML of DBLP (<dblp>)',
  roots: ['dblp', 'dblpperson'],
  records: [
    ...['article', 'inproceedings', 'proceedings', 'book', 'incollection'],
    ...['phdthesis', 'mastersthesis', 'www', 'data', 'person'],
  ],
  entities: LATIN_1_ENTITIES,
};

/**
 * Reads XML of DBLP: its whole dump, or the page of a person or a record. Volumes and pages of persons are no papers, and left
 * out.
 *
 * @throws DigestSyntaxError when the file does not begin as one
 */
export function readDblp(text: AsyncIterable<string>, file: string): AsyncIterable<ReadRecord> {
  return readRecordElements(text, file, DBLP, recordOfDblp);
}
