import { checkSearchIndex } from '../search/index/upkeep/check-search-index';
import type { Store } from '../store/store';
import { gatherBenchmarks } from './benchmarks/gather-benchmarks';
import type { FactReader } from './facts/facts';
import { syncVectors } from './facts/sync-vectors';
import { syncVocabulary } from './facts/sync-vocabulary';
import { labelPapers } from './labels/label-papers';
import { keyTitles } from './papers/key-titles';

/**
 * Makes a migrated database what this version of Offprint would have written: topics, facts, vectors, papers, labels, benchmarks and search index.
 * Cheap when it is already.
 */
export async function bringUpToDate(store: Store, reader: FactReader): Promise<void> {
  await syncVocabulary(store, reader);
  await syncVectors(store, reader);
  await keyTitles(store, reader);
  await labelPapers(store);
  await gatherBenchmarks(store, reader);
  await checkSearchIndex(store);
}
