import type { SearchType } from '../../documents';

/**
 * How much work a search may be, whatever the size of the corpus. Within `visited` a search weighs everything that it
 * finds. Beyond, it lists the best of some candidates: `README.md` has the rules.
 */
export interface Bounds {
  /** Most postings read to weigh documents, those of each word of the query added up; so many papers are all weighed in any case. */
  visited: number;
  /** Most results of each type where not everything is weighed. */
  listed: Readonly<Record<SearchType, number>>;
  /** Most postings read to find the latest documents that match: `postingsRead` has the measure. */
  postings: number;
  /** Most of these read before others have their turn. */
  postingsAtOnce: number;
  /** Most words of a query that rank, and most pairs of them: the heaviest. */
  phrases: number;
  /** Most papers of a narrow filter that are weighed one by one. */
  narrow: number;
  /** Most papers that a filter is taken to be narrow with, and counted to. */
  counted: number;
  /** Most documents held against a wide filter. */
  filtered: number;
  /** Most words that prefixes stand for together where not everything is weighed: the most frequent of each. */
  continuations: number;
}

/**
 * Chosen with 50 ms for a search, and 30 ms for its longest statement, in mind at a million papers. Bounds that a query
 * meets together add up. What one of each costs there, in processor time on SQLite:
 *
 * - visited: 1.2 µs, half of it for SQLite to tell its places and the length of its document; all of them 25 ms.
 * - listed: 20 µs, as the text is read and its phrases are counted; all of them 25 ms.
 * - postings: 0.03 to 0.1 µs; all of them 25 ms, but what is common is found long before. A required phrase that stands
 *   nowhere goes through all it takes: some 100 ms for two words in nearly half of the documents each, 400 for stop words.
 * - phrases: next to nothing, as one pass counts them all; PostgreSQL looks for each by itself.
 * - narrow: 20 µs, as for what is listed; all of them 30 ms.
 * - counted: 0.1 to 0.5 µs; all of them 1 to 5 ms.
 * - filtered: 1 to 4 µs; all of them 5 to 20 ms.
 * - continuations: as a word of the query each.
 */
export const BOUNDS: Bounds = {
  visited: 20_000,
  listed: { PAPER: 1_000, TOPIC: 200, REPOSITORY: 200 },
  postings: 400_000,
  postingsAtOnce: 50_000,
  phrases: 64,
  narrow: 1_500,
  counted: 10_000,
  filtered: 5_000,
  continuations: 32,
};
