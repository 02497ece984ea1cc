import sql from 'sql-template-tag';
import { type Db, keys, run } from '../../store/sql';

/** How many documents hold each of the terms; a term that none holds is absent. */
export async function countDocsOfTerms(db: Db, terms: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ term: string; docs: number }>(
    db,
    sql`select term, doc as docs from search_term where term in ${keys(terms)}`,
  );
  return new Map(rows.map(({ term, docs }) => [term, docs]));
}
