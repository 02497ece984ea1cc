import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUpToDate } from '../../src/import/bring-up-to-date';
import { createFactReader } from '../../src/import/facts/facts';
import { readShippedVocabulary } from '../../src/seeds';
import { openStore } from '../../src/store/store';
import { TEMPLATE_VARIABLE } from './sqlite';

/** Makes the database that those of the tests are copied from, once for all projects: migrated, with the vocabulary. */
export default async function setUp(): Promise<void> {
  if (process.env[TEMPLATE_VARIABLE]) return;
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-template-')), 'offprint.sqlite');
  const store = await openStore({ databaseUrl: `sqlite:${file}` });
  await bringUpToDate(store, createFactReader(readShippedVocabulary()));
  await store.close();
  process.env[TEMPLATE_VARIABLE] = file;
}
