import type { DataSource } from 'typeorm';
import type { FactReader } from './import/facts';
import { syncVocabulary } from './import/sync-vocabulary';
import { checkSearchIndex } from './search/check-search-index';

/**
 * Makes a migrated database what this version of Offprint would have written: topics, facts and search index. Cheap when
 * it is already.
 */
export async function bringUpToDate(dataSource: DataSource, reader: FactReader): Promise<void> {
  await syncVocabulary(dataSource, reader);
  await checkSearchIndex(dataSource);
}
