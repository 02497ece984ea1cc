import { isPrintedObjects, printedList } from '../markup/printed-list';
import { authorsOf, listedNames } from '../name-lists';
import type { SourceRecord } from '../record';
import { shown } from './members';

/** What a source says of authors. */
export type Authors = Pick<SourceRecord, 'authors' | 'hasAllAuthors'>;

/**
 * The authors in a field that has a text in the place of its list: `Ada Example, Ben Sample`. Null where it has a list or nothing;
 * or why it names none: `expected a list as authors, got an object`.
 */
export function authorsInText(field: string, written: unknown): Authors | string | null {
  if (written === null || written === undefined || Array.isArray(written)) return null;
  if (typeof written !== 'string' || isPrintedObjects(written)) {
    return `expected a list as ${field}, got ${shown(written)}`;
  }
  return authorsOf(field, listedNames(printedList(written)?.join(';') ?? written));
}
