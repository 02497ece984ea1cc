const MEAN_KEPT = 0.9;
const SQUARE_KEPT = 0.999;
const LEAST = 1e-8;

/**
 * Moves numbers against their slopes, each by a step that its own slopes decide. Rows that a batch does not touch stay as
 * they are and count no step: most stems are in few texts.
 *
 * @see D. P. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, https://arxiv.org/abs/1412.6980
 */
export class Adam {
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly steps: Uint32Array;

  /** @param width numbers of a row */
  constructor(
    private readonly values: Float32Array,
    private readonly width: number,
  ) {
    this.means = new Float32Array(values.length);
    this.squares = new Float32Array(values.length);
    this.steps = new Uint32Array(values.length / width);
  }

  /** @param slopes of these rows are used up: 0 when it is done */
  step(rows: readonly number[], slopes: Float32Array, rate: number): void {
    const { values, means, squares, steps, width } = this;
    for (const row of rows) {
      const number = (steps[row] as number) + 1;
      steps[row] = number;
      const toMean = 1 / (1 - MEAN_KEPT ** number);
      const toSquare = 1 / (1 - SQUARE_KEPT ** number);
      for (let at = row * width; at < (row + 1) * width; at += 1) {
        const slope = slopes[at] as number;
        slopes[at] = 0;
        const mean = MEAN_KEPT * (means[at] as number) + (1 - MEAN_KEPT) * slope;
        const square = SQUARE_KEPT * (squares[at] as number) + (1 - SQUARE_KEPT) * slope * slope;
        means[at] = mean;
        squares[at] = square;
        values[at] = (values[at] as number) - (rate * mean * toMean) / (Math.sqrt(square * toSquare) + LEAST);
      }
    }
  }
}
