import type { ReadRecord } from '../record';
import { readRecordElements, type XmlFormat } from '../xml/read-elements';
import { recordOfOai } from './oai-record';

const OAI: XmlFormat = {
  name: 'an answer of arXiv by OAI-PMH (<OAI-PMH>)',
  roots: ['OAI-PMH', 'ListRecords', 'GetRecord', 'records', 'Records', 'collection', 'harvest'],
  records: ['record', 'error', 'ListIdentifiers', 'ListSets', 'ListMetadataFormats', 'Identify'],
};

/**
 * Reads answers of arXiv by OAI-PMH, in its forms `arXivRaw` and `arXiv`, one or many in a file.
 *
 * @throws DigestSyntaxError when the file does not begin as one
 */
export function readArxivOai(text: AsyncIterable<string>, file: string): AsyncIterable<ReadRecord> {
  return readRecordElements(text, file, OAI, recordOfOai);
}
