import type { DocFrequency } from '../../index/document-frequency';
import type { Match } from '../../index/search-index';
import { type Phrase, phrasesOf, type SearchQuery } from '../../query/parse-query';

/** How many postings are read to weigh all that a query finds: those of each of its terms. */
export function postingsToWeigh(query: SearchQuery, docFrequency: DocFrequency): number {
  const terms = new Set(phrasesOf(query).flat());
  return [...terms].reduce((sum, term) => sum + docFrequency([term]), 0);
}

/** How many of the documents that hold a word have it in the title. */
const SHARE_IN_TITLES = 1 / 10;

/** How much longer an entry takes of a term in a phrase, whose places are compared. */
const COST_IN_PHRASE = 2;

/**
 * How many entries of the index are gone through to find all that matches: those of each of its terms, as FTS5 steps
 * through the lists of all of them, whichever is the shortest.
 */
export function postingsRead({ field, groups, excluded }: Match, docFrequency: DocFrequency): number {
  const entries = [...groups.flat(), ...excluded].reduce((sum, phrase) => {
    const ofTerms = phrase.reduce((all, term) => all + docFrequency([term]), 0);
    return sum + ofTerms * (phrase.length > 1 ? COST_IN_PHRASE : 1);
  }, 0);
  return field === 'title' ? entries * SHARE_IN_TITLES : entries;
}

/**
 * How many documents match, if no word has to do with another. Mostly they are more, as words of one subject stand
 * together; but nothing can be said of phrases, of which it is to be feared that there are none.
 *
 * @param all how many documents there are
 */
export function expectedMatches({ field, groups }: Match, docFrequency: DocFrequency, all: number): number {
  if (groups.flat().some((phrase) => phrase.length > 1)) return 0;
  const held = field === 'title' ? SHARE_IN_TITLES / all : 1 / all;
  const shareOfPhrase = (phrase: Phrase) => phrase.reduce((share, term) => share * docFrequency([term]) * held, 1);
  const shareOfGroup = (phrases: readonly Phrase[]) =>
    Math.min(
      1,
      phrases.reduce((sum, phrase) => sum + shareOfPhrase(phrase), 0),
    );
  return groups.reduce((share, phrases) => share * shareOfGroup(phrases), all);
}
