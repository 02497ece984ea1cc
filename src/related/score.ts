import { gainOf, type KnownTerms } from './known-terms';
import type { KnownVectors } from './known-vectors';
import { THOUSAND } from './level';

/** Scores have six decimals. */
const MILLION = 1_000_000;

/** Two papers that share less of what tells the first apart are not called related, whatever their vectors say. */
export const LEAST_SHARE = 0.03;

/** The weight of vectors in a score where they know all words; the rest is that of the words themselves. */
export const VECTOR_WEIGHT = 0.4;

/** How much a paper has to do with another, and what says so. */
export interface RelatedScore {
  /** The sum of both parts, from 0 to 1. */
  score: number;
  /** What shared words and topics add. */
  wordScore: number;
  /** What the vectors of the texts add, for words that mean much the same. */
  vectorScore: number;
}

/**
 * How near a paper is to another: `(1 − v) · words + v · cosine`. The vectors of the two texts have the cosine; `v` is
 * `0.4 · (coverage · coverage′)²`, so what the vectors do not know is left to the words.
 *
 * `words` is the share of what tells a paper apart that the other has too, from 0 to 1. Each term of a paper (a word or
 * phrase of its text, or a topic that it carries) has a weight `w` from 0 to 1: `count / (count + 3)` for words, the
 * topic's score for topics. A term that few papers have tells more: `idf(t) = ln(1 + N / n(t))`, `N` being all papers
 * and `n(t)` those that have it (the usual inverse document frequency, kept above 0). Then
 *
 *     words(a, b) = Σ idf(t) · min(w(a, t), w(b, t))  over the terms that both have
 *                 / Σ idf(t) · w(a, t)                over the terms of a
 *
 * 1 when b makes as much of everything as a does, 0 when they share nothing. The minimum says that what only one of them
 * dwells on is not common ground; dividing by a's own sum makes scores of different papers comparable, and asks nothing of
 * b but what is shared. Both parts are rounded to six decimals.
 *
 * @param terms with what both papers have read, and how rare the terms of the first are
 * @param vectors with those of both papers read
 * @returns null when they share too little to be called related
 */
export function scoreOf(terms: KnownTerms, vectors: KnownVectors, paper: number, other: number): RelatedScore | null {
  const share = shareOf(terms, paper, other);
  if (share < LEAST_SHARE) return null;
  const { cosine, coverage } = vectors.between(paper, other);
  const weight = VECTOR_WEIGHT * coverage ** 2;
  const ofWords = Math.round((1 - weight) * share * MILLION);
  const ofVectors = Math.round(weight * cosine * MILLION);
  return {
    score: (ofWords + ofVectors) / MILLION,
    wordScore: ofWords / MILLION,
    vectorScore: ofVectors / MILLION,
  };
}

/** The share of what tells a paper apart that another has too. */
export function shareOf(known: KnownTerms, paper: number, other: number): number {
  const weights = known.weightsOf(other);
  let total = 0;
  let shared = 0;
  for (const [key, own] of known.weightsOf(paper)) {
    const rarity = known.rarityOf(key);
    total += rarity * (own / THOUSAND);
    const weight = weights.get(key);
    if (weight !== undefined) shared += gainOf(rarity, own, weight);
  }
  return total === 0 ? 0 : shared / total;
}
