import type { SearchType } from './kinds';

/**
 * How much work a search may be, whatever the size of the corpus. Within `visited` a search weighs everything that it
 * finds. Beyond, it lists the best of a choice: `chooseHits` has the rule.
 */
export interface Bounds {
  /** Most documents visited for their scores: those of each phrase of the query, added up, more for many phrases. */
  visited: number;
  /** Most results of each type where not everything is weighed. */
  listed: Readonly<Record<SearchType, number>>;
  /** Most phrases that choose, and that rank what was chosen: the rarest. */
  phrases: number;
  /** Most documents held against a filter. */
  filtered: number;
  /** Most words that a prefix stands for where not everything is weighed: the most frequent. */
  continuations: number;
}

/** Chosen so that a search stays below 50 ms, and most of its statements below 10 ms, at a million papers. */
export const BOUNDS: Bounds = {
  visited: 5_000,
  listed: { PAPER: 1_000, TOPIC: 200, REPOSITORY: 200 },
  phrases: 12,
  filtered: 5_000,
  continuations: 16,
};
