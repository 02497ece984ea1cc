import type { Postings } from '../index/postings';
import type { Phrase, SearchQuery } from '../query/parse-query';

/** The postings of a phrase. */
export type PostingsOf = (phrase: Phrase) => Postings;

/**
 * The documents that a query matches: with one phrase of each that is required, or where nothing is, with one of those
 * wanted; and with none of those excluded.
 */
export function matchingDocs(
  { wanted, required, excluded }: Pick<SearchQuery, 'wanted' | 'required' | 'excluded'>,
  postingsOf: PostingsOf,
): Set<number> {
  const holders = (phrases: readonly Phrase[]) => {
    const docs = new Set<number>();
    for (const phrase of phrases) for (const doc of postingsOf(phrase).docs) docs.add(doc);
    return docs;
  };
  const [first = new Set<number>(), ...others] = (
    required.length > 0 ? required.map(({ phrases }) => phrases) : [wanted]
  ).map(holders);
  const unwanted = holders(excluded);
  if (unwanted.size + others.length === 0) return first;
  for (const doc of first) {
    if (unwanted.has(doc) || others.some((holding) => !holding.has(doc))) first.delete(doc);
  }
  return first;
}
