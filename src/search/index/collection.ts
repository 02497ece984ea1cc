import sql from 'sql-template-tag';
import { type Db, run } from '../../store/sql';

/** What a ranking must know of all documents. */
export interface Collection {
  /** How many there are. */
  entries: number;
  /** How many of them are papers. */
  papers: number;
  /** How many tokens all titles of papers have together, and all abstracts. */
  titleTokens: number;
  bodyTokens: number;
}

/** What is known of no documents. */
export const NO_COLLECTION: Collection = { entries: 0, papers: 0, titleTokens: 0, bodyTokens: 0 };

/** What the index counts of all documents together. */
export async function readCollection(db: Db): Promise<Collection> {
  const [state] = await run<Collection>(
    db,
    sql`select entries, papers, title_tokens as "titleTokens", body_tokens as "bodyTokens" from search_state where id = 1`,
  );
  const { entries, papers, titleTokens, bodyTokens } = state ?? NO_COLLECTION;
  return {
    entries: Number(entries),
    papers: Number(papers),
    titleTokens: Number(titleTokens),
    bodyTokens: Number(bodyTokens),
  };
}
