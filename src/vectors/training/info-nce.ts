import { type Matrix, matrix, multiplyRows, transpose } from './multiply';

/** Divides the cosines: the smaller, the more the nearest of the wrong texts count. */
const TEMPERATURE = 0.05;

/**
 * How well each text of one side finds its own among all of the other, and the other way round: InfoNCE,
 * `−ln (exp(xᵢ·yᵢ / τ) / Σⱼ exp(xᵢ·yⱼ / τ))` and the same with x and y changed, the mean of both over the batch.
 *
 * @see A. van den Oord et al., Representation Learning with Contrastive Predictive Coding, https://arxiv.org/abs/1807.03748
 */
export class InfoNce {
  private readonly scores: Matrix;
  private readonly turnedScores: Matrix;
  private readonly turnedTexts: Matrix;

  /** @param size texts of a batch */
  constructor(
    private readonly size: number,
    dimensions: number,
  ) {
    this.scores = matrix(size, size);
    this.turnedScores = matrix(size, size);
    this.turnedTexts = matrix(dimensions, size);
  }

  /**
   * @param x vectors of one side, each one long; `y` of the other, in the same order
   * @param dx takes how the loss grows with x; `dy` with y
   * @returns the loss
   */
  run(x: Matrix, y: Matrix, dx: Matrix, dy: Matrix): number {
    const { scores, turnedScores, turnedTexts } = this;
    multiplyRows(x, y, scores);
    transpose(scores, turnedScores);
    // Each direction is a softmax over rows of its own; what they say of a pair is added up.
    const loss = (this.toShares(scores) + this.toShares(turnedScores)) / (2 * this.size);
    this.toGradient();
    transpose(y, turnedTexts);
    multiplyRows(scores, turnedTexts, dx);
    transpose(x, turnedTexts);
    multiplyRows(turnedScores, turnedTexts, dy);
    return loss;
  }

  /** Turns each row of cosines into the share that each text has; gives the sum of the losses of the rows. */
  private toShares({ values }: Matrix): number {
    const { size } = this;
    let loss = 0;
    for (let row = 0; row < size; row += 1) {
      const start = row * size;
      const own = values[start + row] as number;
      let sum = 0;
      for (let at = start; at < start + size; at += 1) {
        const power = Math.exp(((values[at] as number) - 1) / TEMPERATURE);
        values[at] = power;
        sum += power;
      }
      for (let at = start; at < start + size; at += 1) values[at] = (values[at] as number) / sum;
      loss += Math.log(sum) - (own - 1) / TEMPERATURE;
    }
    return loss;
  }

  /** How the loss grows with each cosine, as both sides see it. */
  private toGradient(): void {
    const { size } = this;
    const { values: shares } = this.scores;
    const { values: turned } = this.turnedScores;
    const scale = 1 / (2 * size * TEMPERATURE);
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const at = row * size + column;
        const other = column * size + row;
        const grows = scale * ((shares[at] as number) + (turned[other] as number) - (row === column ? 2 : 0));
        shares[at] = grows;
        turned[other] = grows;
      }
    }
  }
}
