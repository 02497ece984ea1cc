import { Problem } from '../../problem';
import { idfOf, type LearnedWeights } from '../weights';
import type { HeldOut } from './check';
import { TextGatherer } from './texts';
import { type TrainingOptions, type TrainingStep, train } from './train';

/** Fewer texts say too little of which words go with which. */
export const LEAST_TEXTS = 2_000;
/** Texts that are kept from the training to check it, and at most one in so many. */
const MOST_HELD_OUT = 1_000;
const LEAST_APART = 10;

/** Texts to learn from, some of which are kept to check what was learned. */
export class Lesson {
  readonly heldOut: HeldOut[] = [];
  private readonly gatherer = new TextGatherer();
  private readonly apart: number;
  private seen = 0;

  /** @param size how many texts will be added */
  constructor(size: number) {
    this.apart = Math.max(LEAST_APART, Math.ceil(size / MOST_HELD_OUT));
  }

  /** Adds a text by the stems of its title and its abstract, in order. */
  add(title: readonly string[], abstract: readonly string[]): void {
    if (title.length === 0 || abstract.length === 0) return;
    this.seen += 1;
    if (this.seen % this.apart === 0) this.heldOut.push({ title, abstract });
    else this.gatherer.add(title, abstract);
  }

  /**
   * Learns vectors of stems.
   *
   * @throws Problem when there are too few texts
   */
  learn(options: TrainingOptions, told: (step: TrainingStep) => void): LearnedWeights {
    if (this.seen < LEAST_TEXTS) {
      throw new Problem(
        `expected at least ${LEAST_TEXTS} papers with title and abstract to learn from, got ${this.seen}; import more, or use the vectors that Offprint brings`,
      );
    }
    const texts = this.gatherer.finish();
    const { stems, counts, common } = texts;
    const idf = idfOf(counts, this.gatherer.size);
    const rows = train(texts, idf, options, told);
    return { dimensions: options.dimensions, stems, counts, texts: this.gatherer.size, common, rows };
  }
}
