import { matrix, multiplyRows, transpose } from '../../../src/vectors/training/multiply';
import { randomFrom } from '../../../src/vectors/training/random';

const filled = (rows: number, columns: number, seed: number) => {
  const random = randomFrom(seed);
  const made = matrix(rows, columns);
  for (let at = 0; at < made.values.length; at += 1) made.values[at] = random() - 0.5;
  return made;
};

describe('products of matrices', () => {
  // Four rows by two are done together: sizes that go into that and ones that do not.
  it.each([
    [8, 6, 5],
    [7, 3, 4],
    [1, 1, 9],
    [5, 8, 1],
  ])('are those of the definition: %d by %d rows of %d', (m, n, k) => {
    const [one, other, product] = [filled(m, k, 1), filled(n, k, 2), matrix(m, n)];
    multiplyRows(one, other, product);
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < n; j += 1) {
        let sum = 0;
        for (let at = 0; at < k; at += 1)
          sum += (one.values[i * k + at] as number) * (other.values[j * k + at] as number);
        expect(product.values[i * n + j]).toBeCloseTo(sum, 12);
      }
    }
  });

  it('turn rows into columns', () => {
    const turned = matrix(3, 2);
    transpose({ rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) }, turned);
    expect([...turned.values]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});
