/** What a phrase of the vocabulary is to its topic. */
export type PhraseKind = 'NAME' | 'ALIAS' | 'TERM' | 'CUE' | 'EXCEPTION';

/** One phrase of the vocabulary, ready to be found. */
export interface Phrase {
  /** Slug of its topic. */
  topic: string;
  kind: PhraseKind;
  /** Whether it is one word that is told by its capitals: `LLM`, `NeRF`. */
  isAcronym: boolean;
  /** Whether it is an acronym with several meanings, of which the text explains none. */
  isAmbiguous: boolean;
  /** Whether it counts inside a longer phrase, too: a name or alias of a topic that is mostly treated where it is named. */
  isTelling: boolean;
  /** Whether it is the topic's name, which may be a CUE as well. */
  isName: boolean;
  /**
   * Whether it is a name, alias or term that is also a CUE: too general to count alone, unless it stands there twice or in
   * the title.
   */
  isGeneral: boolean;
  /** Number of words. */
  length: number;
  /** Where endings matter (a single word, an exception), the `singularId` of each word; else null. */
  singularIds: number[] | null;
  /** Whether the first letter must be a capital: `Adam`. */
  isProperName: boolean;
}

/** A phrase at the words `first` to `last` of a text, `last` inclusive. */
export interface PhraseMatch {
  phrase: Phrase;
  first: number;
  last: number;
}
