import { quote } from '../../file/digest-syntax-error';
import { isNothing, statedLine, withoutMarkup } from '../plain';
import type { ReadRecord, SourceRecord, Stated } from '../record';
import { type JsonObject, kindOf, objectOf, shown, textOf } from './members';
import { readJson } from './read-json';

/** What an object of a file is: a record, or in what it is none: `expected a title, got nothing`. */
export type ObjectReading = SourceRecord | string;

/** Where an object stands in its file. */
export interface ObjectPlace {
  number: number;
  line: number;
}

/**
 * Reads a file of JSON whose records are objects.
 *
 * @param ways where a list may lie in an object around it, with dots between keys
 * @param read makes a record of an object, or says in what it is none
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readObjects(
  text: AsyncIterable<string>,
  file: string,
  ways: readonly string[],
  read: (object: JsonObject, place: ObjectPlace) => ObjectReading,
): AsyncGenerator<ReadRecord> {
  for await (const element of readJson(text, file, ways)) {
    if ('problem' in element) {
      yield element;
      continue;
    }
    const { number, line, value } = element;
    const object = objectOf(value);
    const record = object === null ? `expected an object, got ${shown(value)}` : read(object, { number, line });
    yield typeof record === 'string' ? { number, problem: `${file}:${line}: ${record}` } : record;
  }
}

/**
 * The title that a field gives, on one line and without markup; or why it gives none, as where an address stands in its place.
 */
export function titleOf(field: string, written: unknown): Stated<string> | string {
  const text = textOf(written);
  if (text === null || isNothing(text))
    return `expected a title, got ${text === null ? kindOf(written || null) : quote(text)}`;
  if (/^\s*https?:\/\/\S+\s*$/i.test(text)) return `expected a title, got the address ${quote(text)}`;
  return statedLine(field, text, withoutMarkup(text)) ?? `expected a title, got ${quote(text)}`;
}
