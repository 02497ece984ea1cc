import { standingOf } from '../../../src/extract/topics/standing';
import { createTopicTagger } from '../../../src/extract/topics/topics';
import { readShippedVocabulary } from '../../../src/seeds';
import judged from '../../extract/topics/judged-topics.json';

/** One half was looked at as the tagger was changed, the other not before its end. */
export type Half = 'TUNED' | 'HELD_OUT';

/** How good the tags of papers are, each from 0 to 1. */
export interface TopicFigures {
  /** Of the tags, those that are right. */
  precision: number;
  /** Of the topics asked for, those that are found. */
  recall: number;
  f1: number;
  /** Of the topics asked for, those that are found, or are above a topic that is. */
  withBroader: number;
  /** Of the topics asked for, those that are found or mentioned. */
  withMentions: number;
}

/** The papers of a half, with the topics that a person gave them. */
export function judgedPapers(half: Half) {
  return judged.filter((paper) => paper.half === half);
}

/** Measures the shipped vocabulary. What is acceptable is right as well, but not asked for. */
export function measureTopics(half: Half): TopicFigures {
  const vocabulary = readShippedVocabulary();
  const tag = createTopicTagger(vocabulary);
  const parents = new Map(vocabulary.map(({ slug, parent }) => [slug, parent]));
  const sums = { right: 0, wrong: 0, asked: 0, within: 0, named: 0 };
  for (const { title, abstract, topics, acceptable } of judgedPapers(half)) {
    const tags = tag({ title, abstract });
    const about = tags.filter(({ score }) => standingOf(score) === 'ABOUT').map(({ slug }) => slug);
    const named = tags.map(({ slug }) => slug);
    const broader = new Set<string>();
    for (const slug of about) for (let at: string | null = slug; at; at = parents.get(at) ?? null) broader.add(at);
    sums.right += about.filter((slug) => topics.includes(slug)).length;
    sums.wrong += about.filter((slug) => !topics.includes(slug) && !acceptable.includes(slug)).length;
    sums.asked += topics.length;
    sums.within += topics.filter((slug) => broader.has(slug)).length;
    sums.named += topics.filter((slug) => named.includes(slug)).length;
  }
  const { right, wrong, asked, within, named } = sums;
  const [precision, recall] = [right / (right + wrong), right / asked];
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, withBroader: within / asked, withMentions: named / asked };
}
