import { readObjects } from '../json/read-objects';
import type { ReadRecord } from '../record';
import { dayOfFile } from './hub-day';
import { hubRecordOf } from './hub-record';

/** Where people put the list when they save it with more. */
const WAYS = ['papers', 'data', 'results', 'items', 'dailyPapers', 'daily_papers'];

/**
 * Reads what the hub answers of its daily papers: the list of a day, of a search, or one paper (`/api/daily_papers`,
 * `/api/papers/search`, `/api/papers/{id}`). The order of a list is the rank in the day that the file is named after.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readHubDaily(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  const list = dayOfFile(file);
  yield* readObjects(text, file, WAYS, (object, place) => hubRecordOf(object, place, list));
}
