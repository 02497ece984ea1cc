import { createHash } from 'node:crypto';
import type { PaperText } from '../../extract/evidence';
import { extractLinks, type Link } from '../../extract/links';
import { createTopicTagger, type TopicTag } from '../../extract/topics';
import type { Vocabulary } from '../../extract/vocabulary';

/** Raise it when the rules of the extract stage read other facts out of the same text: stored papers are then read again. */
const EXTRACTION_RULES = 1;

/** All that is read out of one paper's text. */
export interface Facts {
  topics: TopicTag[];
  links: Link[];
}

/** Reads facts out of texts by one vocabulary. */
export interface FactReader {
  read(text: PaperText): Facts;
  vocabulary: Vocabulary;
  /** Fingerprint of everything that decides what is read: vocabulary and rules. */
  rules: string;
}

/** Prepares a vocabulary for reading. */
export function createFactReader(vocabulary: Vocabulary): FactReader {
  const tag = createTopicTagger(vocabulary);
  return {
    vocabulary,
    read: (text) => ({ topics: tag(text), links: extractLinks(text) }),
    rules: createHash('sha256')
      .update(JSON.stringify([EXTRACTION_RULES, vocabulary]))
      .digest('hex')
      .slice(0, 16),
  };
}
