import {
  EXCEPTIONS,
  HABIT,
  type Label,
  type Place,
  PRIOR_AUTHORS,
  PRIOR_FEATURES,
  PRIOR_FURNITURE,
  PRIOR_GAPS,
  PRIOR_HAS_ABSTRACT,
  PRIOR_HAS_MORE,
  PRIOR_WEIGHT,
  SELDOM,
  type Step,
} from './label-priors';
import type { Features } from './read-features';

/** One reading of a passage or of a part of it, as the model learns from it. */
export interface LabelledPassage {
  features: Features;
  label: Label;
  /** Where it stands. */
  place: Place;
  /** How it was reached: the step and the blank lines before it; null for the first of the file. */
  step: Step | null;
  gap: number;
  /** Whether a paragraph of the same paper follows; null where that is not asked. */
  isContinued: boolean | null;
}

const FEATURES = Object.keys(PRIOR_FEATURES) as (keyof Features)[];
const LABELS: readonly Label[] = ['title', 'authors', 'paragraph', 'furniture'];
const PLACES = Object.keys(PRIOR_FURNITURE) as Place[];
const STEPS = Object.keys(PRIOR_GAPS) as Step[];

type Shares = Record<keyof Features, number[]>;

/** What is believed of furniture before a file is read. */
const ANY_FURNITURE: Shares = record(FEATURES, (feature) =>
  logShares(PRIOR_FEATURES[feature].furniture, [], () => null),
);

/** What the file is taken to be like: natural logarithms of shares, begun with the priors and fitted to a labelling. */
export class LabelModel {
  readonly #shares: Record<Label, Shares>;
  readonly #gaps: Record<Step, number[]>;
  readonly #hasAbstract: number[];
  readonly #hasMore: number[];
  readonly #furniture: Record<Place, number[]>;
  readonly #authors: number[];

  /** The model after seeing these labelled passages; none leaves the priors. */
  constructor(seen: readonly LabelledPassage[] = []) {
    const by = record(LABELS, (label) => seen.filter((passage) => passage.label === label));
    this.#shares = record(LABELS, (label) =>
      record(FEATURES, (feature) =>
        logShares(PRIOR_FEATURES[feature][label], by[label], ({ features }) => features[feature]),
      ),
    );
    this.#gaps = record(STEPS, (step) =>
      logShares(PRIOR_GAPS[step], seen, (passage) => (passage.step === step ? gapValue(passage.gap) : null)),
    );
    const continued = ({ isContinued }: LabelledPassage) => (isContinued === null ? null : isContinued ? 1 : 0);
    this.#hasAbstract = logShares(chance(PRIOR_HAS_ABSTRACT), by.title, continued);
    this.#hasMore = logShares(chance(PRIOR_HAS_MORE), by.paragraph, continued);
    this.#furniture = record(PLACES, (place) =>
      logShares(chance(PRIOR_FURNITURE[place]), seen, (passage) =>
        passage.place === place ? (passage.label === 'furniture' ? 1 : 0) : null,
      ),
    );
    const share = by.authors.length / by.title.length;
    this.#authors = chance(seen.length === 0 ? PRIOR_AUTHORS : share < HABIT ? SELDOM : share).map((part) =>
      Math.log(Math.max(part, SELDOM)),
    );
  }

  /** Logarithm of how much likelier a passage of this kind looks like this than a paragraph does. */
  odds(label: Label, features: Features): number {
    return this.likelihood(label, features) - this.likelihood('paragraph', features);
  }

  /** Logarithm of how likely a passage of this kind looks like this. */
  likelihood(label: Label, features: Features): number {
    return sum(this.#shares[label], features);
  }

  /**
   * Odds of furniture that stands outside of papers. The foot of a page need not look like what stands between its papers: of
   * two pieces of furniture in it one is taken to be like any.
   */
  oddsOutside(features: Features): number {
    const known = this.odds('furniture', features);
    if (features.tail !== 1) return known;
    const any = sum(ANY_FURNITURE, features) - this.likelihood('paragraph', features);
    return Math.max(known, any) + Math.log((1 + Math.exp(-Math.abs(known - any))) / 2);
  }

  /** Logarithm of the chance that what follows a title (or a paragraph) is, or is not, a paragraph of its paper. */
  continuation(isTitle: boolean, isContinued: boolean): number {
    return (isTitle ? this.#hasAbstract : this.#hasMore)[isContinued ? 1 : 0] ?? 0;
  }

  /** Logarithm of the chance that a step is taken over this many blank lines. */
  gap(step: Step, blankLines: number): number {
    return this.#gaps[step][gapValue(blankLines)] ?? 0;
  }

  /** Logarithm of the chance that what stands at a place is, or is not, furniture. */
  furniture(place: Place, isFurniture: boolean): number {
    return this.#furniture[place][isFurniture ? 1 : 0] ?? 0;
  }

  /** Logarithm of the chance that what follows a title is, or is not, a line of authors. */
  authors(isAuthors: boolean): number {
    return this.#authors[isAuthors ? 1 : 0] ?? 0;
  }
}

/** Of the values that features have, the logarithms of their shares, added. */
function sum(shares: Shares, features: Features): number {
  let total = 0;
  for (const feature of FEATURES) {
    const value = features[feature];
    if (value !== null) total += shares[feature][value] ?? 0;
  }
  return total;
}

/** The shares of no and yes. */
function chance(yes: number): number[] {
  return [1 - yes, yes];
}

function gapValue(blankLines: number): number {
  return Math.min(blankLines, 2);
}

function record<Key extends string, Value>(keys: readonly Key[], readValue: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, readValue(key)])) as Record<Key, Value>;
}

/** Shares of values among what was seen, drawn to the prior shares where little was seen. */
function logShares<Seen>(
  prior: readonly number[],
  seen: readonly Seen[],
  readValue: (one: Seen) => number | null,
): number[] {
  const counts = prior.map((share) => share * PRIOR_WEIGHT);
  let total = PRIOR_WEIGHT;
  for (const one of seen) {
    const value = readValue(one);
    if (value === null) continue;
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
  }
  return counts.map((count, value) => Math.log((1 - EXCEPTIONS) * (count / total) + EXCEPTIONS * (prior[value] ?? 0)));
}
