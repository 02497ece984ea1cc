import sql from 'sql-template-tag';
import type { OrderTerm } from '../../lists/paging/keyset';

/** What the results of a search are ordered by. */
export type SearchOrderField = 'RELEVANCE' | 'FIRST_SEEN_ON';

export interface SearchOrder {
  field: SearchOrderField;
  direction: 'ASC' | 'DESC';
}

/** Best first. */
export const defaultSearchOrder: SearchOrder = { field: 'RELEVANCE', direction: 'DESC' };

const byDoc: OrderTerm = { by: sql`p.doc`, as: 'doc', descending: false, number: 'integer' };

/** The day and rank of a paper's first appearance, of `paper seen`; what is no paper has none, and counts as oldest. */
export const firstSeenKey = sql`coalesce(seen.first_seen_key, '')`;

/** Descending; ascending is the exact reverse. */
const terms: Readonly<Record<SearchOrderField, readonly OrderTerm[]>> = {
  RELEVANCE: [{ by: sql`p.score`, as: 'score', descending: true, number: 'float' }, byDoc],
  FIRST_SEEN_ON: [{ by: firstSeenKey, as: 'firstSeenKey', descending: true }, byDoc],
};

/** An order of what a search finds, of a table `p` of scored documents. */
export function hitOrderTerms({ field, direction }: SearchOrder): readonly OrderTerm[] {
  return direction === 'DESC' ? terms[field] : terms[field].map((term) => ({ ...term, descending: !term.descending }));
}
