import { readObjects } from '../json/read-objects';
import type { ReadRecord } from '../record';
import { workOfOpenAlex } from './openalex-record';

/**
 * Reads works of OpenAlex: an answer of its API (`results`), one work, a list, or JSON Lines as its snapshots are.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readOpenAlex(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, ['results'], workOfOpenAlex);
}
