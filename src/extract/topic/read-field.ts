import type { TextField } from '../evidence';
import { type Sentence, splitSentences } from '../sentence';
import type { PhraseMatch } from './phrase';
import type { PhraseTrie } from './phrase-trie';
import { type Place, placesOf } from './places';
import type { Token } from './tokenize';
import type { TrieWord } from './trie-node';

/** A title or an abstract, cut up as far as the tagger needs it. */
export interface ReadField {
  field: TextField;
  text: string;
  tokens: Token<TrieWord>[];
  /** Indexes of the tokens that look like acronyms. */
  acronyms: number[];
  sentences: Sentence[];
  /** The place of each sentence. */
  places: Place[];
  /** Ordered by their first word. */
  matches: PhraseMatch[];
}

export function readField(field: TextField, text: string, tokens: Token<TrieWord>[], trie: PhraseTrie): ReadField {
  const sentences = splitSentences(text);
  const places = field === 'TITLE' ? sentences.map((): Place => 'TITLE') : placesOf(sentences);
  const acronyms: number[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.word.acronym != null) acronyms.push(index);
  }
  return { field, text, tokens, acronyms, sentences, places, matches: trie.find(tokens) };
}
