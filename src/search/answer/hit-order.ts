import type { PositionTerm } from '../../lists/paging/keyset';

/** What the results of a search are ordered by. */
export type SearchOrderField = 'RELEVANCE' | 'FIRST_SEEN_ON';

export interface SearchOrder {
  field: SearchOrderField;
  direction: 'ASC' | 'DESC';
}

/** Best first. */
export const defaultSearchOrder: SearchOrder = { field: 'RELEVANCE', direction: 'DESC' };

/** The place of a document in the index, by which equal ones follow one another. */
const doc: PositionTerm = { descending: false, number: 'integer' };

/** Descending; ascending is the exact reverse. */
const terms: Readonly<Record<SearchOrderField, readonly PositionTerm[]>> = {
  RELEVANCE: [{ descending: true, number: 'float' }, doc],
  // The day and rank of a paper's first appearance; what is no paper has none, and counts as oldest.
  FIRST_SEEN_ON: [{ descending: true }, doc],
};

/** An order of what a search finds. */
export function hitOrderTerms({ field, direction }: SearchOrder): readonly PositionTerm[] {
  return direction === 'DESC' ? terms[field] : terms[field].map((term) => ({ ...term, descending: !term.descending }));
}
