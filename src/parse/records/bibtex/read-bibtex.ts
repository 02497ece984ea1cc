import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import { evenLines } from '../pieces/even-lines';
import type { ReadRecord, RecordReader } from '../record';
import { entryRecord } from './entry-record';
import { EntryScanner, type EntryText } from './entry-scanner';
import { InheritingEntries, type PlacedEntry } from './inheriting-entries';
import { type Entry, keepStrings, parseEntry, type Strings } from './parse-entry';

/** Entries that are about the file or for others, and none that stand for a paper. */
const NO_RECORDS = /^(?:string|preamble|comment|control|bibtexcontrol|ieeetranbstctl|xdata|set)$/;

/** So much of a text without entries is shown, in UTF-16 units. */
const TELLING = 250;

/**
 * Reads BibTeX and biblatex. An entry that is not closed, or has no title, is a broken record, and the reading goes on with the
 * next one. One that inherits from another comes when that has come, and so behind others that stand behind it.
 *
 * @throws DigestSyntaxError where a text has no entry at all
 */
export const readBibtex: RecordReader = async function* (text, file) {
  const scanner = new EntryScanner();
  const strings: Strings = new Map();
  const inheriting = new InheritingEntries();
  let number = 0;
  let hasEntry = false;
  let beginning = '';
  const isRecord = ({ entry }: PlacedEntry): boolean => !NO_RECORDS.test(entry.type);
  const recordsOf = function* (piece: string, isLast: boolean): Iterable<ReadRecord> {
    for (const found of scanner.take(piece, isLast)) {
      hasEntry = true;
      const entry = wholeEntry(found, strings);
      if (entry.type === 'string') keepStrings(entry, strings);
      if (!NO_RECORDS.test(entry.type)) number += 1;
      else if (entry.type !== 'xdata') continue;
      const placed = { entry, number, line: found.line };
      const isWhole = found.end === 'CLOSED' && entry.openField === null;
      if (!isWhole && isRecord(placed))
        yield { number, problem: `${file}:${found.line}: ${openProblem(found, entry)}` };
      for (const each of isWhole ? inheriting.take(placed) : []) if (isRecord(each)) yield recordIn(each, file);
    }
    for (const each of isLast ? inheriting.end() : []) if (isRecord(each)) yield recordIn(each, file);
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

function recordIn({ entry, number, line }: PlacedEntry, file: string): ReadRecord {
  const record = entryRecord(entry, number, line);
  return record ?? { number, problem: `${file}:${line}: expected a title in ${nameOf(entry)}, got none` };
}

/** What is wrong with an entry that is not closed. */
function openProblem(found: EntryText, entry: Entry): string {
  const name = nameOf(entry);
  if (found.end === 'TOO_LONG') return `expected ${name} to end, got more text than an entry has`;
  const what = entry.openField ? `the field ${quote(entry.openField)} of ${name}` : name;
  const instead = found.endLine === null ? 'the end of the file' : `another entry on line ${found.endLine}`;
  return `expected ${what} to be closed, got ${found.end === 'CLOSED' ? 'the end of the entry' : instead}`;
}

function nameOf(entry: Entry): string {
  return `the entry ${quote(entry.key ?? `@${entry.type}`)}`;
}
