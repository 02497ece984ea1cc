/** Days after which a place in a digest counts half. */
export const TRENDING_HALF_LIFE = 7;

/** The formula of TRENDING, for those who want to check it. */
export const TRENDING_FORMULA = `score = Σ value · weight over the dated digests that hold the paper; value = 1 / log2(rank + 1); weight = 2^(−d / ${TRENDING_HALF_LIFE}), d = days from the digest to asOf`;

/** A place in a dated digest. */
export interface RankedDay {
  /** YYYY-MM-DD. */
  date: string;
  /** 1-based. */
  rank: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** What a place is worth on its day: the discount of DCG (Järvelin and Kekäläinen, 2002). */
export function rankValue(rank: number): number {
  return 1 / Math.log2(rank + 1);
}

/** What is left of it on a later day. */
export function decay(date: string, asOf: string): number {
  return 2 ** ((dayOf(date) - dayOf(asOf)) / TRENDING_HALF_LIFE);
}

/**
 * The order of TRENDING: the base-2 logarithm of the score as of 1970-01-01. Since every place fades at the same rate,
 * the order does not change as days pass and can be stored; the score as of a day is `2^(order − day / half-life)`.
 *
 * @returns 0 when there is no dated digest, which stands behind every paper that has one
 */
export function trendingOrder(places: readonly RankedDay[]): number {
  // A sum of powers too large for a number: the largest is taken out first.
  const exponents = places.map(({ date, rank }) => dayOf(date) / TRENDING_HALF_LIFE + Math.log2(rankValue(rank)));
  if (exponents.length === 0) return 0;
  const largest = Math.max(...exponents);
  return largest + Math.log2(exponents.reduce((sum, exponent) => sum + 2 ** (exponent - largest), 0));
}

function dayOf(date: string): number {
  return Date.parse(date) / MILLISECONDS_A_DAY;
}
