import type { DigestEntry, ParsedDigest } from '../digest/digest';
import type { SourceRecord } from '../records/record';
import type { RecordFormat } from '../records/tell-format';

/** The form of exports that is written and read. */
export const DUMP_VERSION = 1;

/** What an export of all that sources say begins with. */
export interface DumpHead {
  /** {@link DUMP_VERSION}. */
  offprint: number;
  /** Whether it holds all of the corpus, and not only what sources say of some papers. */
  isWhole: boolean;
}

/** A digest without what it holds. */
export interface DumpedDigest
  extends Pick<ParsedDigest, 'slug' | 'title' | 'curator' | 'dateLabel' | 'date' | 'dateSource'> {
  /** The file that it came from, and SHA-256 of that. */
  file: string;
  sha256: string;
  /** When this state of it was imported, in UTC. */
  importedAt: string;
}

/** An entry of a digest. */
export interface DumpedEntry extends DigestEntry {
  rank: number;
  /** Slug of the paper that it is of. */
  paper: string;
}

/** A file of records without these. */
export interface DumpedSource {
  /** By which its records name it, from 1. */
  number: number;
  file: string;
  format: RecordFormat;
  importedAt: string;
  isComplete: boolean;
}

/** A record of a source. */
export interface DumpedRecord {
  record: SourceRecord;
  /** Slug of the paper that it is of. */
  paper: string;
}

/** What follows the head, in the order of the file. Entries follow their digest, and records their source. */
export type DumpItem =
  | { kind: 'DIGEST'; line: number; digest: DumpedDigest }
  | { kind: 'ENTRY'; line: number; entry: DumpedEntry }
  | { kind: 'SOURCE'; line: number; source: DumpedSource }
  | { kind: 'RECORD'; line: number; record: DumpedRecord }
  | { kind: 'END' }
  | { kind: 'BROKEN'; problem: string };

/** An export that is read. */
export interface DumpFile {
  head: DumpHead;
  items: AsyncIterable<DumpItem>;
}
