import {
  EXCEPTIONS,
  PRIOR_FEATURES,
  PRIOR_GAPS,
  PRIOR_HAS_ABSTRACT,
  PRIOR_HAS_MORE,
  PRIOR_WEIGHT,
  type Step,
} from './label-priors';
import type { Features } from './read-features';

/** One reading of a passage or of a part of it, as the model learns from it. */
export interface LabelledPassage {
  features: Features;
  isTitle: boolean;
  /** How it was reached: the step and the blank lines before it; null for the first of the file. */
  step: Step | null;
  gap: number;
  /** Whether a paragraph of the same paper follows. */
  isContinued: boolean;
}

const FEATURES = Object.keys(PRIOR_FEATURES) as (keyof Features)[];
const STEPS = Object.keys(PRIOR_GAPS) as Step[];

/** What the file is taken to be like: natural logarithms of shares, begun with the priors and fitted to a labelling. */
export class LabelModel {
  readonly #titleOdds: Record<keyof Features, number[]>;
  readonly #gaps: Record<Step, number[]>;
  readonly #hasAbstract: number[];
  readonly #hasMore: number[];

  /** The model after seeing these labelled passages; none leaves the priors. */
  constructor(seen: readonly LabelledPassage[] = []) {
    const titles = seen.filter(({ isTitle }) => isTitle);
    const paragraphs = seen.filter(({ isTitle }) => !isTitle);
    this.#titleOdds = record(FEATURES, (feature) => {
      const inTitles = logShares(PRIOR_FEATURES[feature].title, titles, ({ features }) => features[feature]);
      const inParagraphs = logShares(
        PRIOR_FEATURES[feature].paragraph,
        paragraphs,
        ({ features }) => features[feature],
      );
      return inTitles.map((share, value) => share - (inParagraphs[value] ?? 0));
    });
    this.#gaps = record(STEPS, (step) =>
      logShares(PRIOR_GAPS[step], seen, (passage) => (passage.step === step ? gapValue(passage.gap) : null)),
    );
    const continued = ({ isContinued }: LabelledPassage): number => (isContinued ? 1 : 0);
    this.#hasAbstract = logShares([1 - PRIOR_HAS_ABSTRACT, PRIOR_HAS_ABSTRACT], titles, continued);
    this.#hasMore = logShares([1 - PRIOR_HAS_MORE, PRIOR_HAS_MORE], paragraphs, continued);
  }

  /** Logarithm of how much likelier a title looks like this than a paragraph does. */
  titleOdds(features: Features): number {
    let odds = 0;
    for (const feature of FEATURES) {
      const value = features[feature];
      if (value !== null) odds += this.#titleOdds[feature][value] ?? 0;
    }
    return odds;
  }

  /** Logarithm of the chance that what follows a title (or a paragraph) is, or is not, a paragraph of its paper. */
  continuation(isTitle: boolean, isContinued: boolean): number {
    return (isTitle ? this.#hasAbstract : this.#hasMore)[isContinued ? 1 : 0] ?? 0;
  }

  /** Logarithm of the chance that a step is taken over this many blank lines. */
  gap(step: Step, blankLines: number): number {
    return this.#gaps[step][gapValue(blankLines)] ?? 0;
  }
}

function gapValue(blankLines: number): number {
  return Math.min(blankLines, 2);
}

function record<Key extends string, Value>(keys: Key[], readValue: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, readValue(key)])) as Record<Key, Value>;
}

/** Shares of values among what was seen, drawn to the prior shares where little was seen. */
function logShares<Seen>(
  prior: readonly number[],
  seen: readonly Seen[],
  readValue: (one: Seen) => number | null,
  byChance: readonly number[] = prior,
): number[] {
  const counts = prior.map((share) => share * PRIOR_WEIGHT);
  let total = PRIOR_WEIGHT;
  for (const one of seen) {
    const value = readValue(one);
    if (value === null) continue;
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
  }
  return counts.map((count, value) =>
    Math.log((1 - EXCEPTIONS) * (count / total) + EXCEPTIONS * (byChance[value] ?? 0)),
  );
}
