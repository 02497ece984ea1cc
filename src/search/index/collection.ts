import sql from 'sql-template-tag';
import { type Db, run } from '../../store/sql';

/** What BM25 must know of all documents. */
export interface Collection {
  /** How many there are. */
  entries: number;
  /** How many tokens they have together. */
  tokens: number;
}

/** What the index counts of all documents together. */
export async function readCollection(db: Db): Promise<Collection> {
  const [state] = await run<Collection>(db, sql`select entries, tokens from search_state where id = 1`);
  return { entries: Number(state?.entries ?? 0), tokens: Number(state?.tokens ?? 0) };
}
