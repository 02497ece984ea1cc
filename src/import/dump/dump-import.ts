import type { ChangeSet } from '../../changes/log/change-set';
import type { RecordFormat } from '../../parse/records/tell-format';
import type { Db } from '../../store/sql';
import type { FactReader } from '../facts/facts';
import type { PaperCounts } from '../papers/place-papers';

/** What an import of an export did. */
export interface DumpImport {
  /** Those that are stored in a later state stay as they are. */
  digests: { added: number; changed: number; unchanged: number; later: number };
  sources: { added: number; known: number; later: number };
  /** Formats of the files that its sources were, each once. */
  formats: RecordFormat[];
  records: { added: number; unchanged: number; removed: number };
  papers: PaperCounts;
  /** A sentence for each line that could not be read. */
  broken: string[];
  /** What else a person wants to know. */
  notices: string[];
}

/** What is worked with in one transaction of an import. */
export interface Placing {
  db: Db;
  reader: FactReader;
  changes: ChangeSet;
  done: DumpImport;
  /** Whether anything was written that the log tells of. */
  wrote: boolean;
}
