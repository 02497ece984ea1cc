import type { Phrase } from '../../query/parse-query';
import type { Match } from '../search-index';

/*
 * Queries as PostgreSQL reads a tsquery. Terms are letters and digits by construction, and quoted, so nothing in them
 * can be syntax.
 */

/** The documents that hold what they must, in any field that is searched. */
export function matchToTsquery({ groups, excluded }: Match): string {
  const held = groups.map(anyOf).join(' & ');
  return excluded.length === 0 ? held : `${held} & !${anyOf(excluded)}`;
}

/** The documents that hold a phrase. */
export function phraseToTsquery(phrase: Phrase): string {
  return phrase.map((term) => `'${term}'`).join(' <-> ');
}

function anyOf(phrases: readonly Phrase[]): string {
  return `(${phrases.map((phrase) => `(${phraseToTsquery(phrase)})`).join(' | ')})`;
}
