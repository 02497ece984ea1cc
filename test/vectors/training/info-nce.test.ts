import { InfoNce } from '../../../src/vectors/training/info-nce';
import { type Matrix, matrix } from '../../../src/vectors/training/multiply';
import { randomFrom } from '../../../src/vectors/training/random';

const SIZE = 5;
const DIMENSIONS = 3;

function unitRows(seed: number): Matrix {
  const random = randomFrom(seed);
  const rows = matrix(SIZE, DIMENSIONS);
  for (let row = 0; row < SIZE; row += 1) {
    const values = Array.from({ length: DIMENSIONS }, () => random() - 0.5);
    const length = Math.hypot(...values);
    rows.values.set(
      values.map((value) => value / length),
      row * DIMENSIONS,
    );
  }
  return rows;
}

const lossOf = (x: Matrix, y: Matrix): number =>
  new InfoNce(SIZE, DIMENSIONS).run(x, y, matrix(SIZE, DIMENSIONS), matrix(SIZE, DIMENSIONS));

/** The same by the formula, sum by sum. */
function byFormula(x: Matrix, y: Matrix): number {
  const row = ({ values }: Matrix, at: number) => [...values.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS)];
  const cosine = (one: number[], other: number[]) =>
    one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
  let loss = 0;
  for (const [of, among] of [
    [x, y],
    [y, x],
  ] as const) {
    for (let at = 0; at < SIZE; at += 1) {
      const powers = Array.from({ length: SIZE }, (_, other) =>
        Math.exp(cosine(row(of, at), row(among, other)) / 0.05),
      );
      loss -= Math.log((powers[at] as number) / powers.reduce((sum, power) => sum + power, 0));
    }
  }
  return loss / (2 * SIZE);
}

describe('the loss of a batch', () => {
  it('is the published one, of both directions', () => {
    expect(lossOf(unitRows(1), unitRows(2))).toBeCloseTo(byFormula(unitRows(1), unitRows(2)), 8);
    expect(lossOf(unitRows(1), unitRows(1))).toBeLessThan(lossOf(unitRows(1), unitRows(2)));
  });

  it('falls against the slopes that are given, as much as they say', () => {
    const [x, y] = [unitRows(3), unitRows(4)];
    const [dx, dy] = [matrix(SIZE, DIMENSIONS), matrix(SIZE, DIMENSIONS)];
    new InfoNce(SIZE, DIMENSIONS).run(x, y, dx, dy);
    const step = 1e-5;
    for (const [side, slopes] of [
      [x, dx],
      [y, dy],
    ] as const) {
      for (let at = 0; at < SIZE * DIMENSIONS; at += 1) {
        const value = side.values[at] as number;
        side.values[at] = value + step;
        const more = lossOf(x, y);
        side.values[at] = value - step;
        const less = lossOf(x, y);
        side.values[at] = value;
        expect(slopes.values[at]).toBeCloseTo((more - less) / (2 * step), 4);
      }
    }
  });
});
