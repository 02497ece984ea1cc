import type { Phrase } from '../../query/parse-query';
import type { Match } from '../search-index';

/*
 * Queries in the language of FTS5. Terms are letters and digits by construction, and quoted, so nothing in them can be
 * syntax.
 */

/** The documents that hold what they must, and that of the landmark. */
export function matchToFts5({ groups, excluded }: Match, landmark?: string): string {
  const held = groups.map((phrases) => `(${anyOf(phrases)})`).join(' AND ');
  const allowed = excluded.length === 0 ? held : `(${held}) NOT (${anyOf(excluded)})`;
  return landmark === undefined ? allowed : `(${allowed}) OR ${anyOf([[landmark]])}`;
}

function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
}
