import sql from 'sql-template-tag';
import { type Db, run, table } from '../../store/sql';
import type { PaperChange } from './paper-changes';

/**
 * Stores the authors and identifiers that a digest names, for the papers that have none yet.
 *
 * @param pkOf primary keys by slugs
 */
export async function writeDetails(
  db: Db,
  changes: readonly PaperChange[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  const details = changes.flatMap(({ slug, printings }) => {
    const pk = pkOf.get(slug);
    const authors = printings.find((printing) => printing.authors)?.authors ?? null;
    const arxivId = printings.find((printing) => printing.arxivId)?.arxivId ?? null;
    if (pk === undefined || (authors === null && arxivId === null)) return [];
    return [[pk, authors === null ? null : JSON.stringify(authors), arxivId]];
  });
  if (details.length === 0) return;
  await run(
    db,
    sql`update paper set authors = coalesce(paper.authors, d.authors), arxiv_id = coalesce(paper.arxiv_id, d.arxiv_id)
        from ${table({ id: 'integer', authors: 'text', arxiv_id: 'text' }, details)} d where paper.id = d.id`,
  );
}
