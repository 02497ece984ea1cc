import { decay, rankValue, TRENDING_HALF_LIFE, trendingOrder } from '../../src/lists/trending';

describe('the order of trending', () => {
  it('is one more for the same rank one half-life later', () => {
    const on = (date: string) => trendingOrder([{ date, rank: 3 }]);
    expect(TRENDING_HALF_LIFE).toBe(7);
    expect(on('2025-03-18') - on('2025-03-11')).toBeCloseTo(1, 9);
  });

  it('is the logarithm of the sum of decayed, discounted ranks', () => {
    const score = trendingOrder([
      { date: '2025-03-11', rank: 1 },
      { date: '2025-03-04', rank: 3 },
    ]);
    const asOfMarch11 = 2 ** (score - Date.parse('2025-03-11') / 86_400_000 / 7);
    expect(asOfMarch11).toBeCloseTo(1 / Math.log2(2) + 0.5 / Math.log2(4), 9);
    expect(asOfMarch11).toBeCloseTo(
      rankValue(1) * decay('2025-03-11', '2025-03-11') + rankValue(3) * decay('2025-03-04', '2025-03-11'),
      9,
    );
  });

  it('stands below any dated paper without a date', () => {
    expect(trendingOrder([])).toBeLessThan(trendingOrder([{ date: '1990-01-01', rank: 100_000 }]));
  });
});
