import type { Phrase, SearchQuery } from './parse-query';
import type { Match } from './search-index';

/*
 * Queries as PostgreSQL reads a tsquery. Terms are letters and digits by construction, and quoted, so nothing in them
 * can be syntax.
 */

/** The documents that a query matches. Where something is required, wanted terms count for the ranking only. */
export function toTsquery({ wanted, required, excluded }: SearchQuery): string {
  return matchToTsquery({ field: 'any', groups: required.length === 0 ? [wanted] : required, excluded });
}

/** The documents that hold what they must; titles have the weight A. */
export function matchToTsquery({ field, groups, excluded }: Match): string {
  const weight = field === 'title' ? ':A' : '';
  const held = groups.map((phrases) => anyOf(phrases, weight)).join(' & ');
  return excluded.length === 0 ? held : `${held} & !${anyOf(excluded, weight)}`;
}

/** The documents that hold a phrase. */
export function phraseToTsquery(phrase: Phrase, weight = ''): string {
  return phrase.map((term) => `'${term}'${weight}`).join(' <-> ');
}

function anyOf(phrases: readonly Phrase[], weight: string): string {
  return `(${phrases.map((phrase) => `(${phraseToTsquery(phrase, weight)})`).join(' | ')})`;
}
