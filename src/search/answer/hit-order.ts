import sql from 'sql-template-tag';
import type { OrderTerm } from '../../lists/paging/keyset';

/** What the results of a search are ordered by. */
export type SearchOrder = 'RELEVANCE' | 'FIRST_SEEN';

const byDoc: OrderTerm = { by: sql`p.doc`, as: 'doc', descending: false, number: 'integer' };

/** The day and rank of a paper's first appearance, of `paper seen`; what is no paper has none, and comes last. */
export const firstSeenKey = sql`coalesce(seen.first_seen_key, '')`;

/** The orders of what a search finds, of a table `p` of scored documents. */
export const orderTerms: Readonly<Record<SearchOrder, readonly OrderTerm[]>> = {
  RELEVANCE: [{ by: sql`p.score`, as: 'score', descending: true, number: 'float' }, byDoc],
  FIRST_SEEN: [{ by: firstSeenKey, as: 'firstSeenKey', descending: true }, byDoc],
};
