import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { touchCorpus, writeCorpus } from '../import/corpus';
import { type Db, run } from '../sql';
import { countEntries } from './fts5';
import { rebuildIndexOf } from './refresh-index';

/** Raise it when the same text gives other terms, or fields: stored documents are then indexed again. */
const SEARCH_RULES = 1;

/**
 * Looks whether the search index was made by the present rules and holds as many documents as there are papers, topics
 * and repositories, and makes it anew when not. Imports keep it in step, so this is for a database of an earlier
 * version, or one that something else has written to. Costs two counts when all is well.
 *
 * @returns whether it was made anew
 */
export async function checkSearchIndex(dataSource: DataSource): Promise<boolean> {
  return dataSource.transaction(async (db) => {
    await touchCorpus(db);
    if (await isInStep(db)) return false;
    for (const type of ['PAPER', 'TOPIC', 'REPOSITORY'] as const) await rebuildIndexOf(db, type);
    await run(db, sql`update search_state set rules = ${SEARCH_RULES} where id = 1`);
    await writeCorpus(db);
    return true;
  });
}

async function isInStep(db: Db): Promise<boolean> {
  const [state] = await run<{ rules: number; documents: number }>(
    db,
    sql`select s.rules, c.paper_count + c.topic_count + c.repository_count as documents
        from search_state s join corpus c on c.id = s.id`,
  );
  if (!state || state.rules !== SEARCH_RULES) return false;
  return (await countEntries(db)) === Number(state.documents);
}
