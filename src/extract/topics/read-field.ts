import type { Field } from '../text/field';
import type { PhraseMatch } from './phrase';
import type { PhraseTrie } from './phrase-trie';
import { type Place, placesOf } from './places';

/** A title or an abstract, cut up as far as the tagger needs it. */
export interface ReadField extends Pick<Field, 'name' | 'text' | 'tokens' | 'sentences'> {
  /** Indexes of the tokens that look like acronyms. */
  acronyms: number[];
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
  return { name, text, tokens, acronyms, sentences, places, matches: trie.find(tokens) };
}
