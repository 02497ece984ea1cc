import { readObjects } from '../json/read-objects';
import type { ReadRecord } from '../record';
import { paperOfSemanticScholar } from './semantic-scholar-record';

/** Lists in answers: of a search, of an author, of citations and references, of recommendations. */
const WAYS = ['data', 'papers', 'recommendedPapers'];

/**
 * Reads papers of Semantic Scholar: answers of its graph API (one paper, a batch with null for what was not found, a search), and
 * the lines of the data set `papers`, whose names are all in lower case.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readSemanticScholar(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, WAYS, paperOfSemanticScholar);
}
