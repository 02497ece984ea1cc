import type { Phrase } from './phrase';
import type { Place } from './places';
import { ABOUT } from './standing';

/** One counted mention of a topic, as far as the score looks at it. */
export interface Mention {
  phrase: Phrase;
  place: Place;
  /** See `weightOf`. */
  weight: number;
}

/** How much a mention says at most, by where it stands. */
const PLACE: Record<Place, number> = { TITLE: 0.75, OPENING: 0.28, CONTRIBUTION: 0.34, BODY: 0.25, EXPERIMENT: 0.12 };
/** A cue is shared with other topics; a name that is too general to count alone, like `retrieval`, less so. */
const CUE = 0.4;
const GENERAL = 0.65;
/** An acronym mostly repeats its long form. */
const ACRONYM = 0.85;
/** By number of words: a longer phrase is more specific. */
const LENGTH = [0.75, 1, 1.15];
/** A mention in a comparison or a list of examples. */
const ASIDE = 0.4;

/**
 * How far a topic's mentions show that the paper is about it: above 0, below 1.
 *
 * score = 1 − Π (1 − wᵢ / √(nᵢ·mᵢ)), with w = place × kind × length × aside, taken from the weightiest mention to the
 * least. In the title n = m = 1; in the abstract n counts the mentions so far and m those of the same phrase, so that
 * repetition adds ever less. The product is the chance that no mention tells the truth, if each does so on its own with
 * its weight as probability ("noisy or": J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, 4.3.2). The doubt
 * is raised to `power`, by which a topic with a threshold of its own needs less or more for the same score.
 */
export function scoreOf(mentions: readonly Mention[], power = 1): number {
  const weighed = [...mentions].sort((one, other) => other.weight - one.weight);
  const saidSoFar = new Map<Phrase, number>();
  let mentionsSoFar = 0;
  let doubt = 1;
  for (const { phrase, place, weight } of weighed) {
    if (place === 'TITLE') {
      doubt *= 1 - weight;
    } else {
      const same = (saidSoFar.get(phrase) ?? 0) + 1;
      saidSoFar.set(phrase, same);
      mentionsSoFar += 1;
      doubt *= 1 - weight / Math.sqrt(mentionsSoFar * same);
    }
  }
  return 1 - doubt ** power;
}

/** The power of doubt with which evidence of just `threshold` scores `ABOUT`. */
export function powerOf(threshold: number): number {
  return Math.log(1 - ABOUT) / Math.log(1 - threshold);
}

/** What one mention of a phrase says, between 0 and 1. */
export function weightOf({ kind, isAcronym, isGeneral, length }: Phrase, place: Place, isAside: boolean): number {
  const sure = kind !== 'CUE' ? 1 : isGeneral ? GENERAL : CUE;
  const specific = LENGTH[Math.min(length, LENGTH.length) - 1] ?? 1;
  return PLACE[place] * sure * (isAcronym ? ACRONYM : specific) * (isAside ? ASIDE : 1);
}
