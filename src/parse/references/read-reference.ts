import { slugify } from '../../text/slugify';
import { withoutTexAccents } from '../../text/tex';
import { readRecords } from '../records/read-records';
import { isBroken, type SourceRecord } from '../records/record';
import { familyKey, identifierKey } from '../sameness/mention';
import { identifiersIn, withoutIdentifiers } from './identifiers-in';
import type { Reference } from './reference';
import { titlesIn } from './titles-in';

/** How a reference begins that a program has written: BibTeX, RIS, JSON, XML. */
const BY_PROGRAM = /^\s*(?:@\s*[a-z]+\s*[{(]|TY {2}-|[{[<])/i;

/**
 * Reads a reference as somebody pasted it: an identifier, an address, a title, an entry of BibTeX, RIS or CSL-JSON, or a line of
 * a list of references in any style. Nothing is fetched; never throws.
 */
export async function readReference(text: string): Promise<Reference> {
  const record = BY_PROGRAM.test(text) ? await onlyRecord(text) : null;
  return record === null ? readLine(text.replace(/\s+/g, ' ').trim()) : readRecord(record);
}

/** The record that a text is; null where it is none, or several. */
async function onlyRecord(text: string): Promise<SourceRecord | null> {
  const found: SourceRecord[] = [];
  try {
    const { records } = await readRecords(piecesOf(text), 'reference');
    for await (const record of records) if (!isBroken(record)) found.push(record);
  } catch {
    // Whatever its beginning looks like, it is no such thing.
    return null;
  }
  return found.length === 1 ? (found[0] as SourceRecord) : null;
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}

function readRecord({ title, authors, identifiers }: SourceRecord): Reference {
  const families = authors.map(({ value }) => familyKey(value.name)).filter((family) => family !== '');
  return {
    identifiers: identifiers.map(({ value }) => identifierKey(value)),
    titles: [{ text: title.value, before: '' }],
    families: families.length > 0 ? families : null,
    words: new Set(families),
  };
}

function readLine(line: string): Reference {
  return {
    identifiers: identifiersIn(line),
    titles: [{ text: line, before: '' }, ...titlesIn(line)],
    families: null,
    words: new Set(slugify(withoutTexAccents(withoutIdentifiers(line))).split('-')),
  };
}
