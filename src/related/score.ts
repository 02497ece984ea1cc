import { gainOf, type KnownTerms } from './known-terms';
import { THOUSAND } from './level';

/** Scores have six decimals. */
const MILLION = 1_000_000;

/**
 * The share of what tells a paper apart that another paper has too, from 0 to 1. Each term of a paper (a word or
 * phrase of its text, or a topic that it carries) has a weight `w` from 0 to 1: `count / (count + 3)` for words, the
 * topic's score for topics. A term that few papers have tells more: `idf(t) = ln(1 + N / n(t))`, `N` being all papers
 * and `n(t)` those that have it (the usual inverse document frequency, kept above 0). Then
 *
 *     score(a, b) = Σ idf(t) · min(w(a, t), w(b, t))  over the terms that both have
 *                 / Σ idf(t) · w(a, t)                over the terms of a
 *
 * rounded to six decimals: 1 when b makes as much of everything as a does, 0 when they share nothing. The minimum says
 * that what only one of them dwells on is not common ground; dividing by a's own sum makes scores of different papers
 * comparable, and asks nothing of b but what is shared.
 *
 * @param known with what both papers have read, and how rare the terms of the first are
 */
export function scoreOf(known: KnownTerms, paper: number, other: number): number {
  const weights = known.weightsOf(other);
  let total = 0;
  let shared = 0;
  for (const [key, own] of known.weightsOf(paper)) {
    const rarity = known.rarityOf(key);
    total += rarity * (own / THOUSAND);
    const weight = weights.get(key);
    if (weight !== undefined) shared += gainOf(rarity, own, weight);
  }
  return total === 0 ? 0 : Math.floor((MILLION * shared) / total + 0.5) / MILLION;
}
