import sql from 'sql-template-tag';
import { type Db, run } from '../../../store/sql';
import type { Store } from '../../../store/store';
import { recountCorpus, writeCorpus } from '../../../store/write/corpus';
import { searchIndexOf } from '../search-index-of';
import { clearWords } from '../words';
import { holdsSamples } from './check-samples';
import { rebuildIndexOf } from './refresh-index';

/** Raise it when the same text gives other terms, or fields: stored documents are then indexed again. */
export const SEARCH_RULES = 6;

/**
 * Looks whether the search index was made by the present rules, whether each of its tables holds and counts as many
 * documents as there are papers, topics and repositories, and whether some papers are found and counted as they are
 * written; makes it anew when not. Imports keep it in step, so this is for a database of an earlier version, or one that
 * something else has written to. Costs some counts and a few searches when all is well.
 *
 * @returns whether it was made anew
 */
export async function checkSearchIndex(store: Store): Promise<boolean> {
  if (await isInStep(store.reader)) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (await isInStep(db)) return false;
    await rebuildIndex(db);
    await recountCorpus(db);
    await writeCorpus(db);
    return true;
  });
}

/** Makes the search index anew inside the caller's transaction. */
export async function rebuildIndex(db: Db): Promise<void> {
  await searchIndexOf(db).clear(db);
  await clearWords(db);
  for (const type of ['PAPER', 'TOPIC', 'REPOSITORY'] as const) await rebuildIndexOf(db, type);
  await run(db, sql`update search_state set rules = ${SEARCH_RULES} where id = 1`);
}

async function isInStep(db: Db): Promise<boolean> {
  const [state] = await run<{ rules: number; entries: number; documents: number }>(
    db,
    sql`select s.rules, s.entries, c.paper_count + c.topic_count + c.repository_count as documents
        from search_state s join corpus c on c.id = s.id`,
  );
  if (!state || state.rules !== SEARCH_RULES) return false;
  const documents = Number(state.documents);
  const counts = [state.entries, ...(await searchIndexOf(db).countEntries(db))];
  return counts.every((count) => count === documents) && holdsSamples(db);
}
