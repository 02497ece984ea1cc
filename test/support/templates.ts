import { bringUpToDate } from '../../src/import/bring-up-to-date';
import { createFactReader } from '../../src/import/facts/facts';
import { importFile } from '../../src/import/import-file';
import { readShippedVocabulary, SHIPPED_DIGEST } from '../../src/seeds';
import { openStore } from '../../src/store/store';

/** What a database of a test holds at first: not even tables; the vocabulary; that and the shipped digest. */
export type Holding = 'nothing' | 'vocabulary' | 'digest';

/** Migrates a database and writes the vocabulary, as a start of the server does. */
export async function fillWithVocabulary(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl });
  await bringUpToDate(store, createFactReader(readShippedVocabulary()));
  await store.close();
}

/** Imports the shipped digest into a database with the vocabulary. */
export async function fillWithDigest(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl });
  await importFile(store, createFactReader(readShippedVocabulary()), SHIPPED_DIGEST);
  await store.close();
}
