import { readConfig } from '../config';
import { bringUpToDate } from '../import/bring-up-to-date';
import { createFactReader, type FactReader } from '../import/facts/facts';
import { GIVEN_DATE_FORM, isDateArgument } from '../parse/digest/dates/given-date';
import { readShippedVocabulary, weightsOf } from '../seeds';
import { asDatabaseProblem } from '../store/database-problem';
import { openStore, type Store } from '../store/store';
import { goLast } from './go-last';
import { saveMemory } from './save-memory';

/**
 * Opens the database of DATABASE_URL, brings it up to date, and closes it when the work is done.
 *
 * @throws Problem that names DATABASE_URL where it is the database that cannot do it, and whatever the work throws
 */
export async function withImportingStore(work: (store: Store, reader: FactReader) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  saveMemory();
  goLast();
  const store = await openStore({ ...config, onWait: console.error });
  try {
    const reader = createFactReader(readShippedVocabulary(), weightsOf(config.vectors));
    await bringUpToDate(store, reader);
    await work(store, reader);
  } catch (error) {
    throw asDatabaseProblem(error, { databaseUrl: config.databaseUrl, setting: 'DATABASE_URL' });
  } finally {
    await store.close();
  }
}

/** @throws Error when what `--date` was given is no year, month or day */
export function expectDate(date: string | undefined): void {
  if (date === undefined || isDateArgument(date)) return;
  throw new Error(`--date: expected ${GIVEN_DATE_FORM}, got ${JSON.stringify(date)}`);
}
