import { createHash } from 'node:crypto';
import type { PaperText } from '../../extract/evidence';
import { extractLinks, type Link } from '../../extract/links';
import { extractTerms, type Term } from '../../extract/terms';
import { createTopicTagger, type TopicTag, type TopicTagger, taggerFingerprint } from '../../extract/topics';
import type { Vocabulary } from '../../extract/vocabulary';

/** Raise it when the same text gives other links than before: stored papers are then read again. */
const LINK_RULES = 1;
/** Raise it when the same text gives other terms than before, by other stop words, weights or stems, or has them stored otherwise. */
const TERM_RULES = 2;

/** All that is read out of one paper's text. */
export interface Facts {
  topics: TopicTag[];
  links: Link[];
  /** What else the text is about, to be found in other papers. */
  terms: Term[];
}

/** Reads facts out of texts by one vocabulary. */
export interface FactReader {
  read(text: PaperText): Facts;
  vocabulary: Vocabulary;
  /** Fingerprint of everything that decides what is read: vocabulary and rules. */
  rules: string;
}

/** Reads by a vocabulary, which is prepared when the first text is read: most starts of a server have none to read. */
export function createFactReader(vocabulary: Vocabulary): FactReader {
  let tag: TopicTagger | undefined;
  return {
    vocabulary,
    read: (text) => {
      tag ??= createTopicTagger(vocabulary);
      return { topics: tag(text), links: extractLinks(text), terms: extractTerms(text) };
    },
    rules: createHash('sha256')
      .update(`${LINK_RULES} ${TERM_RULES} ${taggerFingerprint(vocabulary)}`)
      .digest('hex')
      .slice(0, 16),
  };
}
