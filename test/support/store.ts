import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'typeorm';
import { bringUpToDate } from '../../src/import/bring-up-to-date';
import { createFactReader, type FactReader } from '../../src/import/facts/facts';
import { TextFile } from '../../src/import/files/open-text';
import { type AnyImport, importAnyFile } from '../../src/import/import-any-file';
import { type FileImport, importFile } from '../../src/import/import-file';
import { readShippedVocabulary, SHIPPED_DIGEST } from '../../src/seeds';
import type { Engine } from '../../src/store/engine/engine';
import { openStore as open, type Store } from '../../src/store/store';
import { createPostgresDatabase } from './postgres';
import { createSqliteDatabase } from './sqlite';
import { StatementLog } from './statement-log';
import type { Holding } from './templates';

/** The engine that this run of the tests is about; jest.config.js runs them once for each. */
export const engine = (globalThis as unknown as { engine: Engine }).engine;

/** A migrated database of its own. */
export interface TestStore extends Store {
  databaseUrl: string;
  factReader: FactReader;
  log: StatementLog;
  /** Imports the shipped digest. */
  seed(): Promise<FileImport>;
  /** Writes a text to a file of this name and imports it. */
  importText(file: string, text: string, options?: { date?: string }): Promise<FileImport>;
  /** The same of any format. */
  importAny(file: string, text: string | Buffer): Promise<AnyImport>;
}

const factReader = createFactReader(readShippedVocabulary());

/** With the vocabulary and nothing else. */
export function openStore(): Promise<TestStore> {
  return openCopy('vocabulary');
}

/** With the vocabulary and the shipped digest: as `openStore` and `seed`, but imported once for all tests. */
export function openSeededStore(): Promise<TestStore> {
  return openCopy('digest');
}

async function openCopy(holding: Holding): Promise<TestStore> {
  const log = new StatementLog();
  const database = await createDatabase(engine, holding);
  const store = await openUpToDate(database.url, log);
  const folder = mkdtempSync(join(tmpdir(), 'offprint-digests-'));
  return {
    ...store,
    databaseUrl: database.url,
    factReader,
    log,
    seed: () => importFile(store, factReader, SHIPPED_DIGEST),
    importText: async (file, text, options) => {
      const path = join(folder, file);
      writeFileSync(path, text);
      return importFile(store, factReader, path, options);
    },
    importAny: async (file, text) => {
      const path = join(folder, file);
      writeFileSync(path, text);
      return importAnyFile(store, factReader, new TextFile(path));
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
      await database.drop();
    },
  };
}

/** Opens a database as the server does. */
export async function openUpToDate(databaseUrl: string, logger?: Logger): Promise<Store> {
  const store = await open({ databaseUrl, logger });
  await bringUpToDate(store, factReader);
  return store;
}

/** A new database; migrated and with the vocabulary unless said. */
export async function createDatabase(
  of: Engine,
  holding: Holding = 'vocabulary',
): Promise<{ url: string; drop(): Promise<void> }> {
  return of === 'postgres' ? createPostgresDatabase(holding) : createSqliteDatabase(holding);
}
