import sql from 'sql-template-tag';
import { type Db, ids, run } from '../../store/sql';

/** The arXiv identifier that a digest prints of a paper `p`, by its place `m` in it; null for none. */
export const PRINTED_ARXIV_ID = sql`nullif(coalesce(m.own_arxiv_id, p.arxiv_id), '')`;

/** What each digest that holds a paper prints of its arXiv identifier, null for none; empty of a paper that none holds. */
export async function readPrintedArxivIds(db: Db, papers: readonly number[]): Promise<Map<number, (string | null)[]>> {
  const rows = await run<{ paperPk: number; arxivId: string | null }>(
    db,
    sql`select p.id as "paperPk", ${PRINTED_ARXIV_ID} as "arxivId" from digest_paper m join paper p on p.id = m.paper_id
        where m.paper_id in ${ids(papers)}`,
  );
  const found = new Map<number, (string | null)[]>(papers.map((pk) => [pk, []]));
  for (const { paperPk, arxivId } of rows) found.get(paperPk)?.push(arxivId);
  return found;
}
