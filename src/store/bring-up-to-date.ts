import type { FactReader } from './import/facts';
import { keyTitles } from './import/key-titles';
import { syncVocabulary } from './import/sync-vocabulary';
import { checkSearchIndex } from './search/check-search-index';
import type { Store } from './store';

/**
 * Makes a migrated database what this version of Offprint would have written: topics, facts, papers and search index. Cheap when
 * it is already.
 */
export async function bringUpToDate(store: Store, reader: FactReader): Promise<void> {
  await syncVocabulary(store, reader);
  await keyTitles(store, reader);
  await checkSearchIndex(store);
}
