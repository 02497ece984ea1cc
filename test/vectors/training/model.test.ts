import { Bags } from '../../../src/vectors/training/bags';
import { Model } from '../../../src/vectors/training/model';
import { matrix } from '../../../src/vectors/training/multiply';
import { randomFrom } from '../../../src/vectors/training/random';

const DIMENSIONS = 4;
const IDF = Float32Array.of(1, 2, 3, 4);

function bagsOf(texts: readonly (readonly number[])[]): Bags {
  const bags = new Bags();
  for (const text of texts) bags.add(Uint16Array.from(text));
  return bags;
}

const newModel = () => new Model(IDF, DIMENSIONS, randomFrom(1));

/** How far texts point where they are to point. */
function towards(model: Model, bags: Bags, aims: readonly number[]): number {
  const vectors = matrix(bags.size, DIMENSIONS);
  model.encode(bags, vectors, new Float64Array(bags.size));
  return vectors.values.reduce((sum, value, at) => sum + value * (aims[at] as number), 0);
}

describe('the model', () => {
  it('makes every text one long, whatever the order of its stems', () => {
    const vectors = matrix(2, DIMENSIONS);
    newModel().encode(
      bagsOf([
        [0, 1, 1, 3],
        [1, 3, 0, 1],
      ]),
      vectors,
      new Float64Array(2),
    );
    expect(Math.hypot(...vectors.values.subarray(0, DIMENSIONS))).toBeCloseTo(1, 12);
    expect([...vectors.values.subarray(DIMENSIONS)]).toEqual([...vectors.values.subarray(0, DIMENSIONS)]);
  });

  it('is what its weighed rows make of a text', () => {
    const model = newModel();
    const rows = model.weighed();
    const sum = Array.from(
      { length: DIMENSIONS },
      (_, at) => (rows[at] as number) + Math.SQRT2 * (rows[2 * DIMENSIONS + at] as number),
    );
    const vectors = matrix(1, DIMENSIONS);
    const lengths = new Float64Array(1);
    model.encode(bagsOf([[0, 2, 2]]), vectors, lengths);
    expect(lengths[0]).toBeCloseTo(Math.hypot(...sum), 6);
    sum.forEach((value, at) => {
      expect(vectors.values[at]).toBeCloseTo(value / Math.hypot(...sum), 6);
    });
  });

  it('turns texts where they are to point, and leaves stems that they do not have', () => {
    const model = newModel();
    const bags = bagsOf([
      [0, 1],
      [1, 1, 2],
    ]);
    const aims = [1, 0, 0, 0, 0, 1, 0, 0];
    const before = towards(model, bags, aims);
    const [last] = [model.weighed().slice(3 * DIMENSIONS)];
    for (let step = 0; step < 200; step += 1) {
      const vectors = matrix(2, DIMENSIONS);
      const lengths = new Float64Array(2);
      model.encode(bags, vectors, lengths);
      const slopes = { rows: 2, columns: DIMENSIONS, values: Float64Array.from(aims, (aim) => -aim) };
      model.learn(bags, vectors, lengths, slopes);
      model.step(0.01);
    }
    expect(towards(model, bags, aims)).toBeGreaterThan(before);
    expect(towards(model, bags, aims)).toBeGreaterThan(1.9);
    expect(model.weighed().slice(3 * DIMENSIONS)).toEqual(last);
  });
});
