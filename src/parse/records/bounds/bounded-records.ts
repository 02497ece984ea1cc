import { sizeMisfit } from '../../digest/bounds';
import { isBroken, type ReadRecord, type SourceRecord } from '../record';

/** A longer one is none, in UTF-16 units: that of a DOI has 200 at most, and PostgreSQL takes no key that is much longer. */
export const LONGEST_IDENTIFIER = 500;

/**
 * Records whose texts are as long as those of digests may be; one that is longer is told of, since it is something else than a title
 * or an abstract. Identifiers that are longer than any are left out.
 *
 * @param file its name, for messages
 */
export async function* boundedRecords(records: AsyncIterable<ReadRecord>, file: string): AsyncGenerator<ReadRecord> {
  for await (const record of records) yield isBroken(record) ? record : bounded(record, file);
}

function bounded(record: SourceRecord, file: string): ReadRecord {
  const { number, line, title, abstract, identifiers } = record;
  const misfit = sizeMisfit(title.value, abstract?.value ?? null);
  if (misfit !== null) {
    const place = line === null ? `${file}: record ${number}` : `${file}:${line}`;
    return { number, problem: `${place}: expected ${misfit.expected}, got ${misfit.got}` };
  }
  if (identifiers.every(isShort)) return record;
  return { ...record, identifiers: identifiers.filter(isShort) };
}

function isShort({ value }: SourceRecord['identifiers'][number]): boolean {
  return value.value.length <= LONGEST_IDENTIFIER;
}
