import type { Phrase, SearchQuery } from './parse-query';

/*
 * Queries as PostgreSQL reads a tsquery. Terms are letters and digits by construction, and quoted, so nothing in them
 * can be syntax.
 */

/** The documents that a query matches. Where something is required, wanted terms count for the ranking only. */
export function toTsquery({ wanted, required, excluded }: SearchQuery): string {
  const found = required.length === 0 ? anyOf(wanted) : required.map(anyOf).join(' & ');
  return excluded.length === 0 ? found : `${found} & !${anyOf(excluded)}`;
}

/** The documents that hold a phrase. */
export function phraseToTsquery(phrase: Phrase): string {
  return phrase.map((term) => `'${term}'`).join(' <-> ');
}

function anyOf(phrases: readonly Phrase[]): string {
  return `(${phrases.map(phraseToTsquery).join(' | ')})`;
}
