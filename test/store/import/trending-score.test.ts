import { TRENDING_HALF_LIFE, trendingScore } from '../../../src/store/import/trending-score';

describe('the trending score', () => {
  it('is one more for the same rank one half-life later', () => {
    const on = (date: string) => trendingScore([{ date, rank: 3 }]);
    expect(TRENDING_HALF_LIFE).toBe(7);
    expect(on('2025-03-18') - on('2025-03-11')).toBeCloseTo(1, 9);
  });

  it('is the logarithm of the sum of decayed, discounted ranks', () => {
    const score = trendingScore([
      { date: '2025-03-11', rank: 1 },
      { date: '2025-03-04', rank: 3 },
    ]);
    const asOfMarch11 = 2 ** (score - Date.parse('2025-03-11') / 86_400_000 / 7);
    expect(asOfMarch11).toBeCloseTo(1 / Math.log2(2) + 0.5 / Math.log2(4), 9);
  });

  it('stands below any dated paper without a date', () => {
    expect(trendingScore([])).toBeLessThan(trendingScore([{ date: '1990-01-01', rank: 100_000 }]));
  });
});
