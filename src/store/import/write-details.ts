import sql from 'sql-template-tag';
import type { DigestEntry } from '../../parse/digest';
import { type Db, run } from '../sql';

/** What a digest may say of a paper beside its text, with the public key of the paper. */
export type PaperDetails = Pick<DigestEntry, 'authors' | 'arxivId'> & { slug: string };

/** Stores the authors and identifiers that a digest names, for the papers that have none yet. */
export async function writeDetails(
  db: Db,
  details: readonly PaperDetails[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { slug, authors, arxivId } of details) {
    const pk = pkOf.get(slug);
    if (pk === undefined || (authors === null && arxivId === null)) continue;
    const names = authors === null ? null : JSON.stringify(authors);
    await run(
      db,
      sql`update paper set authors = coalesce(authors, ${names}), arxiv_id = coalesce(arxiv_id, ${arxivId}) where id = ${pk}`,
    );
  }
}
