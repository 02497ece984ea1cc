import { type Phrase, requiredPhrases, type SearchQuery } from '../query/parse-query';
import { PAIR_WEIGHT } from './weights';

/** A phrase that counts for the score, once for each query. */
export interface WeighedPhrase {
  phrase: Phrase;
  /** How much it counts as a word, and how much as a pair. */
  word: number;
  pair: number;
}

/**
 * The phrases that count, each once. As in FTS5, a phrase counts as often as the query has it, and a required one is
 * also wanted.
 */
export function weighedPhrases({
  wanted,
  required,
  pairs,
}: Pick<SearchQuery, 'wanted' | 'required' | 'pairs'>): WeighedPhrase[] {
  const weighed = new Map<string, WeighedPhrase>();
  const weigh = (phrases: readonly Phrase[], { word, pair }: { word: number; pair: number }) => {
    for (const phrase of phrases) {
      const known = weighed.get(phrase.join(' ')) ?? { phrase, word: 0, pair: 0 };
      weighed.set(phrase.join(' '), { phrase, word: known.word + word, pair: known.pair + pair });
    }
  };
  weigh(requiredPhrases(required), { word: 2, pair: 0 });
  weigh(wanted, { word: 1, pair: 0 });
  weigh(pairs, { word: 0, pair: PAIR_WEIGHT });
  return [...weighed.values()];
}
