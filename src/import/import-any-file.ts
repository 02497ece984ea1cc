import { basename } from 'node:path';
import type { Store } from '../store/store';
import type { DumpImport } from './dump/dump-import';
import { importDump } from './dump/import-dump';
import type { FactReader } from './facts/facts';
import type { TextFile } from './files/open-text';
import { readAnyFile } from './files/read-any-file';
import type { ReadOptions } from './files/read-digest-file';
import { type FileImport, storeFile } from './import-file';
import { importRecords, type OnRecords, type RecordsImport } from './records/import-records';

/** What came of a file: of its digests and its records, as far as it has such, or of an export of ours. */
export interface AnyImport {
  digests: FileImport | null;
  records: RecordsImport | null;
  dump: (DumpImport & { isWhole: boolean }) | null;
}

/**
 * Imports a file whatever it is: digests in one transaction, records and an export of ours some at a time.
 *
 * @throws DigestSyntaxError when it is nothing that is known, and a Problem when it cannot be read or stored; what was stored by
 *   then stays, and goes on from there when the file is imported again
 */
export async function importAnyFile(
  store: Store,
  reader: FactReader,
  text: TextFile,
  options: ReadOptions = {},
  onRecords?: OnRecords,
): Promise<AnyImport> {
  const { digests, records, dump } = await readAnyFile(text, options);
  return {
    digests: digests && (await storeFile(store, reader, digests)),
    records: records && (await importRecords(store, reader, basename(text.name), records, onRecords)),
    dump: dump && {
      ...(await importDump(store, reader, dump, onRecords)),
      isWhole: dump.head.isWhole,
    },
  };
}
