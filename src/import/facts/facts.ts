import { createHash } from 'node:crypto';
import { addressKey } from '../../extract/links/address/address-key';
import { extractLinks, type Link } from '../../extract/links/links';
import { extractTerms } from '../../extract/terms/terms';
import type { PaperText } from '../../extract/text/field';
import { standingOf } from '../../extract/topics/standing';
import { createTopicTagger, type TopicTag, type TopicTagger, taggerFingerprint } from '../../extract/topics/topics';
import type { Vocabulary } from '../../extract/topics/vocabulary';
import { type Traits, traitsOf } from '../../related/traits';
import { splitTerms } from '../../search/index/index-entry';
import { type IndexedText, indexText } from '../../search/index/upkeep/index-text';
import { shippedWeights } from '../../seeds';
import type { StoredLinkStatement } from '../../store/entities/paper/paper-link';
import { encode } from '../../vectors/encode';
import { type StoredVector, toStored } from '../../vectors/stored-vectors';
import type { WeightsFile } from '../../vectors/weights-file';

/** Raise it when the same text gives other links than before: stored papers are then read again. */
const LINK_RULES = 3;
/** Raise it when the same text gives other terms than before, by other stop words, weights or stems, or has them stored otherwise. */
const TERM_RULES = 2;

/** A topic as it is stored, with its evidence as JSON. */
export type TopicFact = Omit<TopicTag, 'evidence'> & { evidence: string };

/** A link as it is stored, with its evidence as JSON, and what records state of it. */
export type LinkFact = Omit<Link, 'evidence'> & {
  evidence: string;
  urlKey: string;
  statements: StoredLinkStatement[] | null;
};

/** All that is read out of one paper's text, in few large strings: it may come from another thread. */
export interface Facts {
  /** What it is about. */
  topics: TopicFact[];
  /** The topics that it only mentions. */
  mentions: TopicFact[];
  links: LinkFact[];
  /** What else the text is about, to be found in other papers. */
  traits: Traits;
  /** What searches find it by. */
  words: IndexedText;
  /** What it is about, as a place among all texts; null when vectors are turned off. */
  vector: StoredVector | null;
}

/** Reads facts out of texts by one vocabulary. */
export interface FactReader {
  read(text: PaperText): Facts;
  vocabulary: Vocabulary;
  /** Fingerprint of what decides what is read, vocabulary and rules; the weights have one of their own. */
  rules: string;
  /** The weights by which texts have vectors; null when vectors are turned off. */
  weights: WeightsFile | null;
}

/**
 * Reads by a vocabulary and weights, which are prepared when the first text is read: most starts of a server have none to
 * read.
 */
export function createFactReader(vocabulary: Vocabulary, weights: WeightsFile | null = shippedWeights()): FactReader {
  let tag: TopicTagger | undefined;
  return {
    vocabulary,
    weights,
    read: (text) => {
      tag ??= createTopicTagger(vocabulary);
      const tags = tag(text);
      const topics = tags.filter(({ score }) => standingOf(score) === 'ABOUT');
      const mentions = tags.filter(({ score }) => standingOf(score) === 'MENTIONED');
      const words = indexText(text.title, text.abstract);
      return {
        topics: topics.map(asStored),
        mentions: mentions.map(asStored),
        links: linksIn(text),
        traits: traitsOf(topics, extractTerms(text)),
        words,
        vector: weights && vectorOf(weights, words),
      };
    },
    rules: createHash('sha256')
      .update(`${LINK_RULES} ${TERM_RULES} ${taggerFingerprint(vocabulary)}`)
      .digest('hex')
      .slice(0, 16),
  };
}

function asStored({ evidence, ...tag }: TopicTag): TopicFact {
  return { ...tag, evidence: JSON.stringify(evidence) };
}

/** The vector of a text, as it is stored. */
export function vectorOf(weights: WeightsFile, { title, body }: Pick<IndexedText, 'title' | 'body'>): StoredVector {
  return toStored(encode(weights.read(), [...splitTerms(title), ...splitTerms(body)]));
}

/** The links in a text, as they are stored. */
export function linksIn(text: PaperText): LinkFact[] {
  return extractLinks(text).map(toFact);
}

function toFact(link: Link): LinkFact {
  return { ...link, evidence: JSON.stringify(link.evidence), urlKey: addressKey(link.url), statements: null };
}

/** A paper whose facts are to be stored. */
export interface PaperFacts {
  paperPk: number;
  firstSeenKey: string;
  facts: Facts;
}
