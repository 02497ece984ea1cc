import type { SourceRecord } from '../../parse/records/record';
import type { RecordFormat } from '../../parse/records/tell-format';
import { familyKey, identifierKey, type Mention, printedIdentity } from '../../parse/sameness/mention';
import { isNaming } from '../../parse/sameness/same-paper';
import { titleKey } from '../../parse/sameness/title';

/** What one digest says of a paper. */
export interface Appearance {
  digestPk: number;
  digestSlug: string;
  /** Sorts as the digests do. */
  dateKey: string;
  date: string | null;
  rank: number;
  title: string;
  abstract: string | null;
  /** Its authors in order; null where the digest does not name them all. */
  authors: string[] | null;
  /** Its arXiv identifier without a version; null where the digest names none. */
  arxivId: string | null;
}

/** A printing, and which paper it is of. */
export interface Printing extends Appearance, Mention {
  titleKey: string;
  digestPk: number;
  /** 1-based line of the title in the file. */
  line: number;
  /** The paper that it is stored under; null when it is not stored yet. */
  paperPk: number | null;
}

/** What a record says, wherever it stands. */
export type Said = Omit<SourceRecord, 'number' | 'line'>;

/** A record with where it came from. */
export interface RecordInSource {
  /** Null when it is not stored yet. */
  pk: number | null;
  sourcePk: number;
  format: RecordFormat;
  /** Place in the file, from 1. */
  number: number;
  /** 1-based line on which it begins; null where the format has no lines. */
  line: number | null;
  /** Fingerprint of what it says, wherever it stands. */
  hash: string;
  said: Said;
}

/** What a record of another source states of a paper. */
export interface Statement extends Mention {
  digestPk: null;
  record: RecordInSource;
  /** The paper that it is stored under; null when it is not stored yet. */
  paperPk: number | null;
  /** The paper of the record in whose place it stands in its source; null when there was none. */
  formerPaperPk: number | null;
}

/** What any source says of a paper. */
export type PaperMention = Printing | Statement;

export function isPrinting(mention: PaperMention): mention is Printing {
  return mention.digestPk !== null;
}

/** A printing with all that tells which paper it is of. */
export function printingOf<Printed extends Omit<Printing, keyof Mention> & { title: string; abstract: string | null }>(
  printed: Printed & { digestPk: number },
): Printed & Printing {
  return { ...printed, ...printedIdentity(printed), titleKey: titleKey(printed.title), year: null };
}

/** A statement with all that tells which paper it is of. */
export function statementOf(
  record: RecordInSource,
  of: Pick<Statement, 'paperPk' | 'formerPaperPk'> = { paperPk: null, formerPaperPk: null },
): Statement {
  const { title, abstract, authors, identifiers, publishedOn } = record.said;
  return {
    ...of,
    record,
    title: title.value,
    titleKey: isNaming(title.value) ? titleKey(title.value) : null,
    abstract: abstract?.value ?? null,
    identifiers: identifiers.map(({ value }) => identifierKey(value)),
    families: authors.map(({ value }) => familyKey(value.name)).filter((family) => family !== ''),
    year: publishedOn === null ? null : Number(publishedOn.value.slice(0, 4)),
    digestPk: null,
  };
}

/** By what they are of alone: digests by age and rank, then records by what they say. */
export function inSettledOrder(mentions: readonly PaperMention[]): PaperMention[] {
  return [...mentions].sort((one, other) => {
    if (isPrinting(one) !== isPrinting(other)) return isPrinting(one) ? -1 : 1;
    const [key, otherKey] = [orderOf(one), orderOf(other)];
    return key < otherKey ? -1 : key > otherKey ? 1 : rankOf(one) - rankOf(other);
  });
}

function orderOf(mention: PaperMention): string {
  return isPrinting(mention) ? mention.dateKey : `${mention.record.format}/${mention.record.hash}`;
}

function rankOf(mention: PaperMention): number {
  return isPrinting(mention) ? mention.rank : 0;
}
