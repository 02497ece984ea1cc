import fc from 'fast-check';
import { isBroken, type ReadRecord, type RecordReader, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from './cuts';

/** What a record says, as short as can be: enough to compare. */
export function sayingsOf(record: SourceRecord) {
  return {
    key: record.key,
    title: record.title.value,
    abstract: record.abstract?.value ?? null,
    authors: record.authors.map(({ value }) => value.name),
    identifiers: record.identifiers.map(({ value }) => `${value.scheme} ${value.value}`),
    publishedOn: record.publishedOn?.value ?? null,
    venue: record.venue?.value ?? null,
    keywords: record.keywords.map(({ value }) => value),
    links: record.links.map(({ value }) => `${value.role} ${value.url}`),
  };
}

/** All that a reader gives for a text: what records say, problems, and the message it ends with. */
export async function readAll(reader: RecordReader, text: string, file = 'x'): Promise<ReadRecord[]> {
  const { all, error } = await allOf(reader(inPieces(text), file));
  if (error !== null) throw new Error(error);
  return all;
}

/** The only record of a text. */
export async function onlyRecord(reader: RecordReader, text: string): Promise<SourceRecord> {
  const [record, ...others] = await readAll(reader, text);
  if (record === undefined || isBroken(record) || others.length > 0) {
    throw new Error(`expected one record, got ${JSON.stringify([record, ...others])}`);
  }
  return record;
}

/** Titles, or the problems of what is broken. */
export async function titlesIn(reader: RecordReader, text: string): Promise<string[]> {
  return (await readAll(reader, text)).map((read) => (isBroken(read) ? read.problem : read.title.value));
}

/**
 * Checks that any text out of some words gives records or problems and no other error, that each is numbered, and that the place
 * of the cuts makes no difference.
 */
export async function expectSound(reader: RecordReader, words: readonly string[], before = ''): Promise<void> {
  const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string()), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 12 }), async (parts, cuts) => {
      const whole = before + parts.join('');
      const expected = await allOf(reader(inPieces(whole), 'x'));
      expect(await allOf(reader(inPieces(whole, cuts), 'x'))).toEqual(expected);
      expect(expected.all.map(({ number }) => number)).toEqual(expected.all.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
}
