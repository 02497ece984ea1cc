import type { Term } from '../extract/terms/terms';
import type { TopicTag } from '../extract/topics/topics';
import { levelOf, THOUSAND, tokenOf } from './level';

/** Stands before the slug of a topic in the key of a term; no word has it. */
export const TOPIC_SIGN = '#';

/** Stands between terms in a text; no term holds a line break. */
export const BETWEEN_TERMS = '\n';

/** What of a paper may be found in others, ready to be stored. */
export interface Traits {
  /** The keys of its terms, and how the term index knows them, each on a line of its own. */
  keys: string;
  tokens: string;
  /** See PaperTerms; as JSON. */
  weights: string;
  texts: string;
}

/**
 * The terms of a paper. A topic is a term as well, its score the weight: so texts that name one thing by different words
 * have it in common.
 */
export function traitsOf(topics: readonly Pick<TopicTag, 'slug' | 'score'>[], terms: readonly Term[]): Traits {
  const weighed: [key: string, weight: number][] = [
    ...topics.map(({ slug, score }): [string, number] => [`${TOPIC_SIGN}${slug}`, Math.round(score * THOUSAND)]),
    ...terms.map(({ key, weight }): [string, number] => [key, Math.round(weight * THOUSAND)]),
  ];
  return {
    keys: weighed.map(([key]) => key).join(BETWEEN_TERMS),
    tokens: tokensOf(weighed),
    weights: toJson(weighed),
    texts: toJson(terms.map(({ key, text }) => [key, text])),
  };
}

/** How the term index knows the terms of a paper. */
export function tokensOf(weighed: readonly (readonly [key: string, weight: number])[]): string {
  return weighed.map(([key, weight]) => tokenOf(key, levelOf(weight))).join(BETWEEN_TERMS);
}

/** A JSON object made without an object: one with so many names of its own takes long to make. */
function toJson(entries: readonly (readonly [name: string, value: string | number])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
}
