import type { PhraseKind } from './phrase-trie';
import type { Place } from './places';

/** One counted mention of a topic, as far as the score looks at it. */
export interface Mention {
  kind: Exclude<PhraseKind, 'EXCEPTION'>;
  isAcronym: boolean;
  /** Whether it is the topic's name. */
  isName: boolean;
  /** Whether it is a name, alias or term that is too general to count alone. */
  isGeneral: boolean;
  /** Number of words. */
  length: number;
  place: Place;
  isAside: boolean;
  /** The words in lower case: saying the same again adds less than saying it otherwise. */
  wording: string;
}

/** How much a mention says at most, by where it stands. */
const PLACE: Record<Place, number> = { TITLE: 0.75, OPENING: 0.28, CONTRIBUTION: 0.34, BODY: 0.25, EXPERIMENT: 0.12 };
/** A cue is shared with other topics; a name that is too general to count alone, like `search`, less so. */
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
 * score = 1 − Π (1 − wᵢ/√nᵢ), w = place × kind × length × aside; nᵢ counts the mentions in the abstract up to this one,
 * so that repetition adds ever less. The product is the probability that no mention counts, if each counts on its own
 * with probability w ("noisy or": J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2).
 */
export function scoreOf(mentions: readonly Mention[]): number {
  let doubt = 1;
  let count = 0;
  const wordings = new Map<string, number>();
  const byWeight = mentions.map((mention) => ({ mention, weight: weightOf(mention) })).sort((one, other) => other.weight - one.weight);
  for (const { mention, weight } of byWeight) {
    if (mention.place === 'TITLE') {
      doubt *= 1 - weight;
      continue;
    }
    count += 1;
    const same = (wordings.get(mention.wording) ?? 0) + 1;
    wordings.set(mention.wording, same);
    doubt *= 1 - weight / (Number(process.env.A ?? 1) === 1 ? Math.sqrt(count) * same ** Number(process.env.B ?? 0.5) : count ** 0.35 * same ** Number(process.env.B ?? 0.5));
  }
  return 1 - doubt;
}

/** What one mention says, between 0 and 1. */
export function weightOf({ kind, isAcronym, isGeneral, length, place, isAside }: Mention): number {
  const sure = kind !== 'CUE' ? 1 : isGeneral ? GENERAL : CUE;
  const specific = LENGTH[Math.min(length, LENGTH.length) - 1] ?? 1;
  return PLACE[place] * sure * (isAcronym ? ACRONYM : specific) * (isAside ? ASIDE : 1);
}
