import type { Db } from '../../store/sql';
import type { Phrase, SearchQuery } from '../query/parse-query';
import { countDocsOfTerms } from './count-docs-of-terms';

/** In how many documents a phrase stands at most: as many as its rarest term. */
export type Rarity = (phrase: Phrase) => number;

/** Looks up how rare the phrases of a query are: one statement. */
export async function readRarity(db: Db, { wanted, required, excluded, pairs }: SearchQuery): Promise<Rarity> {
  const terms = new Set([...wanted, ...required.flat(), ...excluded, ...pairs].flat());
  const docs = await countDocsOfTerms(db, [...terms]);
  return (phrase) => Math.min(...phrase.map((term) => docs.get(term) ?? 0));
}

/** How many documents are visited at most for some phrases, each counted as often as it is there. */
export function visitsOf(phrases: readonly Phrase[], rarity: Rarity): number {
  return phrases.reduce((sum, phrase) => sum + rarity(phrase), 0);
}

/** The phrases, rarest first, equally rare ones by their text. */
export function rarestFirst(phrases: readonly Phrase[], rarity: Rarity): Phrase[] {
  return phrases
    .map((phrase) => ({ phrase, docs: rarity(phrase), text: phrase.join(' ') }))
    .sort((one, other) => one.docs - other.docs || (one.text < other.text ? -1 : 1))
    .map(({ phrase }) => phrase);
}
