import type { Evidence, PaperText } from './evidence';
import type { Vocabulary } from './vocabulary';

/** How the strongest match named the topic: by its own name, by an alias, or by an acronym. */
export type TopicMethod = 'NAME' | 'ALIAS' | 'ACRONYM';

/** A topic read out of a paper's text. */
export interface TopicTag {
  /** Slug of the topic in the vocabulary. */
  slug: string;
  /** Above 0, at most 1; see `score` for the formula. */
  score: number;
  method: TopicMethod;
  /** At least one, title first, then in order of appearance. */
  evidence: Evidence[];
}

/** The topics of a paper, best first. Linear in the length of the text. */
export type TopicTagger = (text: PaperText) => TopicTag[];

/** Prepares the vocabulary once; the tagger it returns is pure and safe to share. */
export function createTopicTagger(vocabulary: Vocabulary): TopicTagger {
  void vocabulary;
  return () => [];
}
