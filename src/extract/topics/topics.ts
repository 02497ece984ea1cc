import { createHash } from 'node:crypto';
import { type Evidence, evidenceAt } from '../text/evidence';
import type { PaperText } from '../text/field';
import { type Family, familyOf } from './family';
import { createMentionFinder, type FoundMention } from './mentions';
import { powerOf, scoreOf } from './score';
import { ABOUT, MENTIONED } from './standing';
import type { Vocabulary } from './vocabulary';

/** How the strongest match named the topic: by its own name, by an alias or a term, or by an acronym. */
export type TopicMethod = 'NAME' | 'ALIAS' | 'ACRONYM';

/** A topic read out of a paper's text. */
export interface TopicTag {
  /** Slug of the topic in the vocabulary. */
  slug: string;
  /** From `MENTIONED` to 1; see `scoreOf` for the formula and `standingOf` for what it says. */
  score: number;
  method: TopicMethod;
  /** At least one, title first, then in order of appearance. */
  evidence: Evidence[];
}

/** The topics of a paper, best first. Linear in the length of the text. */
export type TopicTagger = (text: PaperText) => TopicTag[];

/** Rises with every change of the tagger after which the same text and vocabulary may get other tags. */
const TAGGER_VERSION = 2;

const MOST_TOPICS = 12;
const MOST_EVIDENCE = 8;
/** A broader topic that is not called by its name counts for less where one of its narrower topics does better. */
const OUTDONE = 0.8;

/** Prepares the vocabulary once; the tagger it returns is pure and safe to share. */
export function createTopicTagger(vocabulary: Vocabulary): TopicTagger {
  const find = createMentionFinder(vocabulary);
  const family = familyOf(vocabulary);
  const powers = new Map(vocabulary.map(({ slug, threshold }) => [slug, powerOf(threshold?.evidence ?? ABOUT)]));
  return (text) => {
    const mentions = find(text);
    const scores = new Map<string, number>();
    for (const [slug, found] of mentions) {
      const score = scoreOf(found, powers.get(slug));
      if (score >= MENTIONED) scores.set(slug, score);
    }
    const bestBelow = bestBelowOf(scores, family);
    return [...scores]
      .map(([slug, score]) => {
        const isOutdone = score <= (bestBelow.get(slug) ?? 0) && !isCalled(mentions.get(slug));
        return { slug, score: roundedScore(isOutdone ? score * OUTDONE : score) };
      })
      .filter(({ score }) => score >= MENTIONED)
      .sort((one, other) => other.score - one.score || (one.slug < other.slug ? -1 : 1))
      .slice(0, MOST_TOPICS)
      .map(({ slug, score }) => tagOf(slug, score, mentions.get(slug) ?? []));
  };
}

/**
 * Changes whenever the tags of a stored paper may be out of date, with the vocabulary or with the tagger: SHA-256 of
 * both, in hexadecimal.
 */
export function taggerFingerprint(vocabulary: Vocabulary): string {
  return createHash('sha256')
    .update(`${TAGGER_VERSION}\n${JSON.stringify(vocabulary)}`)
    .digest('hex');
}

/** For each topic the best score of those below it. */
function bestBelowOf(scores: ReadonlyMap<string, number>, family: Family): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const [slug, score] of scores) {
    for (const above of family.ancestors(slug)) best.set(above, Math.max(best.get(above) ?? 0, score));
  }
  return best;
}

function tagOf(slug: string, score: number, found: FoundMention[]): TopicTag {
  const strongest = found.reduce((best, mention) => (mention.weight > best.weight ? mention : best));
  const evidence = found.slice(0, MOST_EVIDENCE).map(evidenceOf);
  return { slug, score, method: methodOf(strongest), evidence };
}

function roundedScore(score: number): number {
  return Math.round(score * 1e4) / 1e4;
}

/** Whether the topic is called by a name of its own, not only shown by what belongs to it. */
function isCalled(found: readonly FoundMention[] = []): boolean {
  return found.some(({ phrase: { kind } }) => kind === 'NAME' || kind === 'ALIAS');
}

function methodOf({ phrase: { isAcronym, isName } }: FoundMention): TopicMethod {
  if (isAcronym) return 'ACRONYM';
  return isName ? 'NAME' : 'ALIAS';
}

function evidenceOf({ source, start, end }: FoundMention): Evidence {
  return evidenceAt(source, start, end);
}
