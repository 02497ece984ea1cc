import { expectSizes } from '../../digest/bounds';
import type { DigestEntry, ParsedDigest } from '../../digest/digest';
import { distinctPapers } from '../../digest/distinct-papers';
import { DigestSyntaxError } from '../../file/digest-syntax-error';
import { isBroken, type ReadRecord, type SourceRecord } from '../record';

/** What the day's list is called at its source. */
const TITLE = 'Daily Papers';

/**
 * The digests of a file of daily papers: the list of a day is one, its papers in the order of the list. Its slug is made of the
 * day and not of the file's name, since the plain text of the same day may be there under that.
 *
 * @throws DigestSyntaxError when a paper cannot be read, or does not say of which day it is
 */
export async function hubDigests(records: AsyncIterable<ReadRecord>, file: string): Promise<ParsedDigest[]> {
  const days = new Map<string, (DigestEntry & { rank: number })[]>();
  for await (const record of records) {
    if (isBroken(record)) throw new Error(record.problem);
    const place = record.place?.value;
    if (!place) {
      const expected = 'daily papers of a day that the file is named after, e.g. 2026-05-14.json';
      throw new DigestSyntaxError(file, record.line ?? 1, expected, 'a paper of no day');
    }
    const entries = days.get(place.day) ?? [];
    days.set(place.day, entries);
    entries.push({ ...entryOf(record), rank: place.rank });
  }
  return [...days].map(([date, entries]): ParsedDigest => {
    expectSizes(file, [{ entries }]);
    return {
      slug: `daily-papers-${date}`,
      title: TITLE,
      curator: null,
      dateLabel: null,
      date,
      dateSource: 'FILE_NAME',
      ...distinctPapers(entries.sort((one, other) => one.rank - other.rank)),
      dropped: [],
    };
  });
}

function entryOf({ title, abstract, authors, identifiers, line }: SourceRecord): DigestEntry {
  const arxiv = identifiers.find(({ value }) => value.scheme === 'ARXIV');
  return {
    title: title.value,
    abstract: abstract?.value ?? null,
    line: line ?? 1,
    authors: authors.length > 0 ? authors.map(({ value }) => value.name) : null,
    arxivId: arxiv?.value.value ?? null,
  };
}
