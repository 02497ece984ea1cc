/** Days after which an appearance counts half. */
export const TRENDING_HALF_LIFE = 7;

/** A place in a dated digest. */
export interface RankedDay {
  /** YYYY-MM-DD. */
  date: string;
  /** 1-based. */
  rank: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The order of TRENDING: the base-2 logarithm of the sum, over the digests that hold the paper, of
 * `2^(day / half-life) / log2(rank + 1)`, `day` counted from 1970-01-01. The rank discount is that of DCG (Järvelin and
 * Kekäläinen, 2002). Since every appearance fades at the same rate, the order does not change as days pass and can be
 * stored: the sum as of a day is `2^(score − day / half-life)`.
 *
 * @returns 0 when there is no dated digest, which stands behind every paper that has one
 */
export function trendingScore(appearances: readonly RankedDay[]): number {
  const exponents = appearances.map(
    ({ date, rank }) => Date.parse(date) / MILLISECONDS_A_DAY / TRENDING_HALF_LIFE - Math.log2(Math.log2(rank + 1)),
  );
  if (exponents.length === 0) return 0;
  const largest = Math.max(...exponents);
  return largest + Math.log2(exponents.reduce((sum, exponent) => sum + 2 ** (exponent - largest), 0));
}
