import { importRecords, type RecordsImport } from '../../src/import/records/import-records';
import { openRecords } from '../../src/parse/records/read-records';
import type { TestStore } from './store';

/** Imports a text as a file of records of this name. */
export async function importRecordsText(store: TestStore, file: string, text: string): Promise<RecordsImport> {
  async function* pieces(): AsyncGenerator<string> {
    yield text;
  }
  const opened = await openRecords(pieces(), file);
  if (opened.format === null) throw new Error(`expected a file of records, got ${file}`);
  return importRecords(store, store.factReader, file, opened);
}
