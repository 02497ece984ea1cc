import { Adam } from './adam';
import type { Bags } from './bags';
import type { Matrix } from './multiply';

/** Rows begin as numbers of about this size, by chance: so small that what is learned decides. */
const FIRST_SIZE = 0.05;

/**
 * One vector for each stem, and one gain. A text is `Σ √count · weight · row` over its stems, made one long, the weight being
 * `idf · exp(gain)`.
 */
export class Model {
  private readonly rows: Float32Array;
  private readonly gains: Float32Array;
  private readonly rowSlopes: Float32Array;
  private readonly gainSlopes: Float32Array;
  private readonly isTouched: Uint8Array;
  private readonly touched: number[] = [];
  private readonly rowAdam: Adam;
  private readonly gainAdam: Adam;

  constructor(
    private readonly idf: Float32Array,
    readonly dimensions: number,
    random: () => number,
  ) {
    const count = idf.length;
    this.rows = Float32Array.from({ length: count * dimensions }, () => FIRST_SIZE * normal(random));
    this.gains = new Float32Array(count);
    this.rowSlopes = new Float32Array(count * dimensions);
    this.gainSlopes = new Float32Array(count);
    this.isTouched = new Uint8Array(count);
    this.rowAdam = new Adam(this.rows, dimensions);
    this.gainAdam = new Adam(this.gains, 1);
  }

  /** What a text adds for a stem that it has once, times the row. */
  private weightOf(stem: number): number {
    return (this.idf[stem] as number) * Math.exp(this.gains[stem] as number);
  }

  /**
   * The vectors of texts.
   *
   * @param lengths takes how long each was before it was made one long
   */
  encode(bags: Bags, into: Matrix, lengths: Float64Array): void {
    const { rows, dimensions } = this;
    const { values } = into;
    for (let text = 0; text < bags.size; text += 1) {
      const start = text * dimensions;
      values.fill(0, start, start + dimensions);
      for (let place = bags.startOf(text); place < bags.endOf(text); place += 1) {
        const stem = bags.stemAt(place);
        const weight = bags.weightAt(place) * this.weightOf(stem);
        const row = stem * dimensions;
        for (let at = 0; at < dimensions; at += 1) {
          values[start + at] = (values[start + at] as number) + weight * (rows[row + at] as number);
        }
      }
      let sum = 0;
      for (let at = start; at < start + dimensions; at += 1) sum += (values[at] as number) ** 2;
      const length = Math.sqrt(sum) || 1;
      lengths[text] = length;
      for (let at = start; at < start + dimensions; at += 1) values[at] = (values[at] as number) / length;
    }
  }

  /**
   * Hands back to the stems of texts how the loss grows with their vectors.
   *
   * @param slopes of the vectors that `encode` gave with these lengths; they are changed
   */
  learn(bags: Bags, vectors: Matrix, lengths: Float64Array, slopes: Matrix): void {
    const { rows, rowSlopes, gainSlopes, dimensions } = this;
    const { values: back } = slopes;
    for (let text = 0; text < bags.size; text += 1) {
      const start = text * dimensions;
      throughLength(vectors.values, back, start, dimensions, lengths[text] as number);
      for (let place = bags.startOf(text); place < bags.endOf(text); place += 1) {
        const stem = bags.stemAt(place);
        this.touch(stem);
        const weight = bags.weightAt(place) * this.weightOf(stem);
        const row = stem * dimensions;
        let along = 0;
        for (let at = 0; at < dimensions; at += 1) {
          const slope = back[start + at] as number;
          along += slope * (rows[row + at] as number);
          rowSlopes[row + at] = (rowSlopes[row + at] as number) + weight * slope;
        }
        gainSlopes[stem] = (gainSlopes[stem] as number) + weight * along;
      }
    }
  }

  /** Moves the stems that `learn` has met, and forgets what it gathered. */
  step(rate: number): void {
    this.rowAdam.step(this.touched, this.rowSlopes, rate);
    this.gainAdam.step(this.touched, this.gainSlopes, rate);
    for (const stem of this.touched) this.isTouched[stem] = 0;
    this.touched.length = 0;
  }

  /** The row of each stem times its weight: all that a text needs. */
  weighed(): Float32Array {
    return this.rows.map((value, at) => value * this.weightOf(Math.floor(at / this.dimensions)));
  }

  private touch(stem: number): void {
    if (this.isTouched[stem] === 1) return;
    this.isTouched[stem] = 1;
    this.touched.push(stem);
  }
}

/** What of a slope is left where only the direction of a vector counts: what points along it changes nothing. */
function throughLength(
  vectors: Float64Array,
  slopes: Float64Array,
  start: number,
  dimensions: number,
  length: number,
): void {
  let along = 0;
  for (let at = start; at < start + dimensions; at += 1) along += (vectors[at] as number) * (slopes[at] as number);
  for (let at = start; at < start + dimensions; at += 1) {
    slopes[at] = ((slopes[at] as number) - along * (vectors[at] as number)) / length;
  }
}

/** A number by chance, normally distributed (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
