import type { Postings } from '../index/postings';
import type { Phrase, SearchQuery } from '../query/parse-query';

/** The postings of a phrase. */
export type PostingsOf = (phrase: Phrase) => Postings;

/**
 * The documents that a query matches, in ascending order: with one phrase of each that is required, or where nothing is, with
 * one of those wanted; and with none of those excluded.
 */
export function matchingDocs(
  { wanted, required, excluded }: Pick<SearchQuery, 'wanted' | 'required' | 'excluded'>,
  postingsOf: PostingsOf,
): readonly number[] {
  const holders = (phrases: readonly Phrase[]) => union(phrases.map((phrase) => postingsOf(phrase).docs));
  const [first = [], ...others] = (required.length > 0 ? required.map(({ phrases }) => phrases) : [wanted]).map(
    holders,
  );
  return without(others.reduce(common, first), holders(excluded));
}

/** What stands in one of the lists at least; all of these in ascending order. */
function union(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  const all = new Float64Array([first, ...others].reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of [first, ...others]) {
    all.set(list, end);
    end += list.length;
  }
  all.sort();
  return Array.from(all.filter((doc, at) => doc !== all[at - 1]));
}

/** What stands in both. */
function common(one: readonly number[], other: readonly number[]): readonly number[] {
  let at = 0;
  return one.filter((doc) => {
    while (at < other.length && (other[at] as number) < doc) at += 1;
    return other[at] === doc;
  });
}

function without(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  const unwanted = new Set(common(one, other));
  return one.filter((doc) => !unwanted.has(doc));
}
