import { Bags } from './bags';
import { InfoNce } from './info-nce';
import { Model } from './model';
import { type Matrix, matrix } from './multiply';
import { addPiece, addTitle, isPair } from './pairs';
import { randomFrom, shuffled } from './random';
import type { Texts } from './texts';

/** How vectors are learned. */
export interface TrainingOptions {
  dimensions: number;
  /** How often all texts are gone through. */
  epochs: number;
  /** Texts that are told from each other at a time. */
  batch: number;
  /** How far a number moves in a step at the beginning; it falls to 0 until the end. */
  rate: number;
  /** The same seed and the same texts give the same vectors. */
  seed: number;
}

export const USUAL_TRAINING: TrainingOptions = { dimensions: 256, epochs: 6, batch: 1_024, rate: 0.01, seed: 1 };

/** How far the training is. */
export interface TrainingStep {
  step: number;
  steps: number;
  loss: number;
}

/**
 * Learns vectors of stems with which a title finds its abstract and a piece of an abstract the rest, batch by batch in turns.
 *
 * @param idf of each stem
 * @param told hears of every step
 * @returns the vectors row by row, each with the weight of its stem in it
 */
export function train(
  texts: Texts,
  idf: Float32Array,
  options: TrainingOptions,
  told: (step: TrainingStep) => void,
): Float32Array {
  const { dimensions, epochs, rate } = options;
  const random = randomFrom(options.seed);
  const model = new Model(idf, dimensions, random);
  const pairs = Uint32Array.from(texts.middles.keys()).filter((text) => isPair(texts, text));
  const batch = Math.min(options.batch, pairs.length);
  const perEpoch = Math.floor(pairs.length / batch);
  const steps = epochs * perEpoch;
  const [one, other] = [new Side(batch, dimensions), new Side(batch, dimensions)];
  const criterion = new InfoNce(batch, dimensions);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const places = shuffled(pairs.length, random);
    for (let number = 0; number < perEpoch; number += 1) {
      one.bags.clear();
      other.bags.clear();
      for (let at = number * batch; at < (number + 1) * batch; at += 1) {
        const text = pairs[places[at] as number] as number;
        if (step % 2 === 0) addTitle(texts, text, one.bags, other.bags);
        else addPiece(texts, text, random, one.bags, other.bags);
      }
      one.encode(model);
      other.encode(model);
      const loss = criterion.run(one.vectors, other.vectors, one.slopes, other.slopes);
      one.learn(model);
      other.learn(model);
      model.step(rate * (1 - step / steps));
      step += 1;
      told({ step, steps, loss });
    }
  }
  return model.weighed();
}

/** One side of a batch. */
class Side {
  readonly bags = new Bags();
  readonly vectors: Matrix;
  readonly slopes: Matrix;
  private readonly lengths: Float64Array;

  constructor(size: number, dimensions: number) {
    this.vectors = matrix(size, dimensions);
    this.slopes = matrix(size, dimensions);
    this.lengths = new Float64Array(size);
  }

  encode(model: Model): void {
    model.encode(this.bags, this.vectors, this.lengths);
  }

  learn(model: Model): void {
    model.learn(this.bags, this.vectors, this.lengths, this.slopes);
  }
}
