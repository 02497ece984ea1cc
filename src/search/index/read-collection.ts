import sql from 'sql-template-tag';
import { type Db, run } from '../../store/sql';
import type { Collection } from '../rank/bm25';

/** What the index counts of all documents together. */
export async function readCollection(db: Db): Promise<Collection> {
  const [state] = await run<Collection>(db, sql`select entries, tokens from search_state where id = 1`);
  return { entries: Number(state?.entries ?? 0), tokens: Number(state?.tokens ?? 0) };
}
