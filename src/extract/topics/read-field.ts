import type { Field, TextField } from '../text/field';
import type { Sentence } from '../text/sentence';
import type { Token } from '../text/tokenize';
import type { PhraseMatch } from './phrase';
import type { PhraseTrie } from './phrase-trie';
import { type Place, placesOf } from './places';

/** A title or an abstract, cut up as far as the tagger needs it. */
export interface ReadField {
  field: TextField;
  text: string;
  tokens: readonly Token[];
  /** Indexes of the tokens that look like acronyms. */
  acronyms: number[];
  sentences: readonly Sentence[];
  /** The place of each sentence. */
  places: Place[];
  /** Ordered by their first word. */
  matches: PhraseMatch[];
}

export function readField({ name, text, tokens, sentences }: Field, trie: PhraseTrie): ReadField {
  const places = name === 'TITLE' ? sentences.map((): Place => 'TITLE') : placesOf(sentences);
  const acronyms: number[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.word.acronym != null) acronyms.push(index);
  }
  return { field: name, text, tokens, acronyms, sentences, places, matches: trie.find(tokens) };
}
