import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readShippedVocabulary, SHIPPED_DIGEST } from '../../src/seeds';
import { bringUpToDate } from '../../src/store/bring-up-to-date';
import { createDataSource, openDataSource } from '../../src/store/data-source';
import { createFactReader, type FactReader } from '../../src/store/import/facts';
import { type FileImport, importFile } from '../../src/store/import/import-file';
import { StatementLog } from './statement-log';

/** A migrated database in a folder of its own, with the vocabulary and nothing else. */
export interface TestStore {
  dataSource: DataSource;
  databaseUrl: string;
  reader: FactReader;
  log: StatementLog;
  /** Imports the shipped digest. */
  seed(): Promise<FileImport>;
  /** Writes a text to a file of this name and imports it. */
  importText(file: string, text: string, options?: { date?: string }): Promise<FileImport>;
  close(): Promise<void>;
}

const reader = createFactReader(readShippedVocabulary());

export async function openStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  const databaseUrl = `sqlite:${join(folder, 'offprint.sqlite')}`;
  const log = new StatementLog();
  const dataSource = await openDataSource(createDataSource(databaseUrl, log));
  await bringUpToDate(dataSource, reader);
  return {
    dataSource,
    databaseUrl,
    reader,
    log,
    seed: () => importFile(dataSource, reader, SHIPPED_DIGEST),
    importText: async (file, text, options) => {
      const path = join(folder, file);
      writeFileSync(path, text);
      return importFile(dataSource, reader, path, options);
    },
    close: async () => {
      await dataSource.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}
