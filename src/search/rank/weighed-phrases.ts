import type { Collection } from '../index/collection';
import type { DocFrequency } from '../index/document-frequency';
import { distinct, type Phrase, requiredPhrases, type SearchQuery, timesIn } from '../query/parse-query';
import { idfOf, weightInQuery } from './bm25f';
import { PAIR_WEIGHT } from './weights';

/** A phrase that counts for the score, once for each query. */
export interface WeighedPhrase {
  phrase: Phrase;
  /** What a document with it earns a share of; a phrase counts as rare as its rarest word. */
  weight: number;
}

/** The phrases that count, each once, heaviest first, equally heavy ones by their text. */
export function weighedPhrases(
  query: Pick<SearchQuery, 'wanted' | 'required' | 'pairs' | 'times'>,
  docFrequency: DocFrequency,
  collection: Pick<Collection, 'entries'>,
): WeighedPhrase[] {
  const weights = new Map<string, WeighedPhrase>();
  const weigh = (phrases: readonly Phrase[], share: number) => {
    for (const phrase of phrases) {
      const text = phrase.join(' ');
      const known = weights.get(text) ?? { phrase, weight: 0 };
      const added = share * weightInQuery(timesIn(query, phrase)) * idfOf(docFrequency(phrase), collection);
      weights.set(text, { phrase, weight: known.weight + added });
    }
  };
  weigh(distinct([...query.wanted, ...requiredPhrases(query.required)]), 1);
  weigh(query.pairs, PAIR_WEIGHT);
  return [...weights]
    .sort(([text, one], [other, two]) => two.weight - one.weight || (text < other ? -1 : 1))
    .map(([, weighed]) => weighed);
}
