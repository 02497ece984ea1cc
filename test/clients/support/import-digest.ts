import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFactReader } from '../../../src/import/facts/facts';
import { importFile } from '../../../src/import/import-file';
import { readShippedVocabulary } from '../../../src/seeds';
import { openStore } from '../../../src/store/store';
import { digestText } from '../../support/digest-text';

const factReader = createFactReader(readShippedVocabulary());

/** Imports a digest of this day beside a running server, from another process than the server's, as an operator does. */
export async function importDigest(
  databaseUrl: string,
  day: string,
  ...papers: readonly (readonly [title: string, text: string])[]
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-digest-'));
  const file = join(folder, `${day}.txt`);
  writeFileSync(file, digestText(null, papers));
  const store = await openStore({ databaseUrl });
  await importFile(store, factReader, file);
  await store.close();
  rmSync(folder, { recursive: true });
}
