import { importRecords, type RecordsImport } from '../../src/import/records/import-records';
import { readRecords } from '../../src/parse/records/read-records';
import type { TestStore } from './store';

/** Imports a text as a file of records of this name. */
export async function importRecordsText(store: TestStore, file: string, text: string): Promise<RecordsImport> {
  async function* pieces(): AsyncGenerator<string> {
    yield text;
  }
  return importRecords(store, store.factReader, file, await readRecords(pieces(), file));
}
