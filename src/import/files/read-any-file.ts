import { basename } from 'node:path';
import type { DigestEntry, ParsedDigest } from '../../parse/digest/digest';
import { parseDigestFile } from '../../parse/digest/parse-digest-file';
import type { DumpFile, DumpItem } from '../../parse/dump/dump';
import { expectBytes } from '../../parse/file/bounds';
import { DigestSyntaxError, quote } from '../../parse/file/digest-syntax-error';
import { hubDigests } from '../../parse/records/hub/hub-digests';
import { KNOWN_FORMATS, openRecords, type RecordFile } from '../../parse/records/read-records';
import { isBroken, type ReadRecord } from '../../parse/records/record';
import type { TextFile } from './open-text';
import { expectFewLinks, type ReadFile, type ReadOptions } from './read-digest-file';

/** What a file of any kind holds. */
export interface AnyFile {
  /** Null of a file of records alone. */
  digests: ReadFile | null;
  /** Null of the plain text of a digest. */
  records: RecordFile | null;
  /** Our own export of all that sources say; null of all else. */
  dump: DumpFile | null;
}

/**
 * Reads a file whatever it is, which its beginning tells: records as they are asked for, the text of digests at once. Daily papers
 * of the hub are both, where the file says of which day they are.
 *
 * @throws DigestSyntaxError when it is neither, or too large for a digest
 */
export async function readAnyFile(text: TextFile, options: ReadOptions): Promise<AnyFile> {
  const opened = await openRecords(text, text.name);
  if (opened.format === null) {
    const whole = await wholeText(text, opened.text);
    return { digests: readFileOf(text, digestsIn(whole, text.name, options)), records: null, dump: null };
  }
  if (opened.format === 'OFFPRINT') {
    return { digests: null, records: null, dump: { ...opened, items: withFewLinks(opened.items, text.name) } };
  }
  if (opened.format !== 'HUB_DAILY') return { digests: null, records: opened, dump: null };
  const records = await allRecords(text, opened.records);
  const listed = records.filter((record) => !isBroken(record) && record.place !== null);
  const digests = listed.length > 0 ? await hubDigests(inPieces(listed), text.name) : [];
  return {
    digests: digests.length > 0 ? readFileOf(text, digests) : null,
    records: { format: opened.format, records: inPieces(records) },
    dump: null,
  };
}

/** The lines of an export, without entries whose texts have more addresses than those of digests may. */
async function* withFewLinks(items: AsyncIterable<DumpItem>, file: string): AsyncGenerator<DumpItem> {
  for await (const item of items) {
    const problem = item.kind === 'ENTRY' ? tooManyLinksIn({ ...item.entry, line: item.line }, file) : null;
    yield problem === null ? item : { kind: 'BROKEN', problem };
  }
}

function tooManyLinksIn(entry: DigestEntry, file: string): string | null {
  try {
    expectFewLinks(file, [entry]);
    return null;
  } catch (error) {
    if (!(error instanceof DigestSyntaxError)) throw error;
    return error.message;
  }
}

async function wholeText(file: TextFile, pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    expectBytes(file.name, file.read);
    text += piece;
    expectBytes(file.name, text.length);
  }
  return text;
}

async function allRecords(file: TextFile, records: AsyncIterable<ReadRecord>): Promise<ReadRecord[]> {
  const all: ReadRecord[] = [];
  for await (const record of records) {
    expectBytes(file.name, file.read);
    all.push(record);
  }
  return all;
}

function digestsIn(text: string, name: string, options: ReadOptions): ParsedDigest[] {
  if (text.trim() === '') throw new DigestSyntaxError(name, 1, `a digest, or ${KNOWN_FORMATS}`, 'an empty file');
  try {
    return parseDigestFile(Buffer.from(text), name, options);
  } catch (error) {
    if (!(error instanceof DigestSyntaxError) || error.line !== 1) throw error;
    throw new DigestSyntaxError(name, 1, `a digest, or ${KNOWN_FORMATS}`, quote(text));
  }
}

function readFileOf(text: TextFile, digests: ParsedDigest[]): ReadFile {
  for (const { entries } of digests) expectFewLinks(text.name, entries);
  return { path: text.name, source: { file: basename(text.name), sha256: text.sha256 }, bytes: text.read, digests };
}

async function* inPieces<Each>(all: readonly Each[]): AsyncGenerator<Each> {
  yield* all;
}
