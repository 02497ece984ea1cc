import { type Phrase, requiredPhrases, type SearchQuery } from '../../query/parse-query';
import type { Match } from '../search-index';

/*
 * Queries in the language of FTS5. Terms are letters and digits by construction, and quoted, so nothing in them can be
 * syntax.
 */

/**
 * The documents that a query matches. Wanted terms count for the ranking only where something is required.
 *
 * What is excluded is taken from what is wanted, not from the whole: FTS5 gives some documents no score when `AND`
 * stands within `NOT`.
 */
export function queryToFts5({ wanted, required, excluded }: SearchQuery): string {
  const wishes = `(${anyOf([...requiredPhrases(required), ...wanted])})`;
  const allowed = excluded.length === 0 ? wishes : `(${wishes} NOT (${anyOf(excluded)}))`;
  return [allowed, ...required.map(({ phrases }) => `(${anyOf(phrases)})`)].join(' AND ');
}

/** The documents that hold what they must, and that of the landmark. */
export function matchToFts5({ groups, excluded }: Match, landmark?: string): string {
  const held = groups.map((phrases) => `(${anyOf(phrases)})`).join(' AND ');
  const allowed = excluded.length === 0 ? held : `(${held}) NOT (${anyOf(excluded)})`;
  return landmark === undefined ? allowed : `(${allowed}) OR ${anyOf([[landmark]])}`;
}

/** The documents that hold one of the phrases. */
export function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
}
