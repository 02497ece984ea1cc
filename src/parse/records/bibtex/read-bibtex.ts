import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import { evenLines } from '../pieces/even-lines';
import type { ReadRecord, RecordReader } from '../record';
import { entryRecord } from './entry-record';
import { EntryScanner, type EntryText } from './entry-scanner';
import { type Entry, keepStrings, parseEntry, type Strings } from './parse-entry';

/** Entries that are about the file, and none that stand for a paper. */
const NO_RECORDS = /^(?:string|preamble|comment|control|bibtexcontrol|ieeetranbstctl|xdata|set)$/;

/** So much of a text without entries is shown, in UTF-16 units. */
const TELLING = 250;

/**
 * Reads BibTeX and biblatex. An entry that is not closed, or has no title, is a broken record, and the reading goes on with the
 * next one.
 *
 * @throws DigestSyntaxError where a text has no entry at all
 */
export const readBibtex: RecordReader = async function* (text, file) {
  const scanner = new EntryScanner();
  const strings: Strings = new Map();
  let number = 0;
  let hasEntry = false;
  let beginning = '';
  const recordsOf = function* (piece: string, isLast: boolean): Iterable<ReadRecord> {
    for (const found of scanner.take(piece, isLast)) {
      hasEntry = true;
      const entry = wholeEntry(found, strings);
      if (entry.type === 'string') keepStrings(entry, strings);
      if (NO_RECORDS.test(entry.type)) continue;
      number += 1;
      yield recordIn(found, entry, number, file);
    }
  };
  for await (const piece of evenLines(text)) {
    if (beginning.length < TELLING) beginning = (beginning + piece).trimStart().slice(0, TELLING);
    yield* recordsOf(piece, false);
  }
  yield* recordsOf('', true);
  if (!hasEntry && !scanner.hasComment && beginning !== '') {
    throw new DigestSyntaxError(file, 1, 'BibTeX entries, such as @article{key, …}', quote(beginning));
  }
};

/** An entry that does not come out even may do so where escaped braces are text. */
function wholeEntry(found: EntryText, strings: Strings): Entry {
  const entry = parseEntry(found.text + found.forgotten, strings);
  const isWhole = found.end === 'CLOSED' && entry.openField === null;
  if ((isWhole && found.forgotten === '') || !/\\[{}]/.test(found.text))
    return isWhole ? entry : { ...entry, openField: entry.openField ?? '' };
  const other = parseEntry(found.text.trimEnd(), strings, 'ARE_TEXT');
  if (other.openField === null && other.fields.length > 0) return other;
  return isWhole ? entry : { ...entry, openField: entry.openField ?? '' };
}

function recordIn(found: EntryText, entry: Entry, number: number, file: string): ReadRecord {
  if (found.end === 'CLOSED' && entry.openField === null) {
    const record = entryRecord(entry, number, found.line);
    if (record !== null) return record;
  }
  const name = `the entry ${quote(entry.key ?? `@${entry.type}`)}`;
  const broken = (expected: string, got: string): ReadRecord => ({
    number,
    problem: `${file}:${found.line}: expected ${expected}, got ${got}`,
  });
  if (found.end === 'TOO_LONG') return broken(`${name} to end`, 'more text than an entry has');
  if (entry.openField !== null) {
    const what = entry.openField === '' ? name : `the field ${quote(entry.openField)} of ${name}`;
    const instead = found.endLine === null ? 'the end of the file' : `another entry on line ${found.endLine}`;
    return broken(`${what} to be closed`, found.end === 'CLOSED' ? 'the end of the entry' : instead);
  }
  return broken(`a title in ${name}`, 'none');
}
