import type { ChangeSet } from '../../changes/log/change-set';
import type { RecordFormat } from '../../parse/records/tell-format';
import type { Db } from '../../store/sql';
import type { FactReader } from '../facts/facts';
import type { PaperCounts } from '../papers/place-papers';
import type { WantedSlugs } from './wanted-slugs';

/** What an import of an export did. */
export interface DumpImport {
  /** Those that are stored in a later state stay as they are. */
  digests: { added: number; changed: number; unchanged: number; later: number };
  sources: { added: number; known: number; later: number };
  /** Formats of the files that its sources were, each once. */
  formats: RecordFormat[];
  records: { added: number; unchanged: number; removed: number };
  papers: PaperCounts;
  /** A sentence for each line that could not be read, and each thing that could not be stored. */
  broken: string[];
  /** What else a person wants to know. */
  notices: string[];
}

/** What is worked with in the one transaction of an import. */
export interface Importing {
  db: Db;
  reader: FactReader;
  changes: ChangeSet;
  wanted: WantedSlugs;
  /** Whether the export holds all of a corpus. */
  isWhole: boolean;
  /** Name of the file, for messages. */
  file: string;
  done: DumpImport;
  /** Whether anything was written. */
  wrote: boolean;
}
