import { definitionsIn } from './definitions';
import type { PhraseMatch } from './phrase';
import type { PhraseTrie } from './phrase-trie';
import type { ReadField } from './read-field';

/**
 * The acronyms that a text explains, each with the topics that its long form names. No topics at all: the acronym means
 * something that is not in the vocabulary, as in "Segment Anything Model (SAM)".
 */
export type ExplainedAcronyms = ReadonlyMap<string, ReadonlySet<string>>;

export function explainedAcronyms(fields: readonly ReadField[], trie: PhraseTrie): ExplainedAcronyms {
  const explained = new Map<string, Set<string>>();
  for (const { text, tokens } of fields) {
    for (const { acronym, first, last } of definitionsIn(text, tokens)) {
      const topics = explained.get(acronym) ?? new Set();
      explained.set(acronym, topics);
      // The long form is read by itself: in the text a longer phrase may reach over it.
      for (const match of trie.find(tokens.slice(first, last + 1))) {
        if (isLongForm(match, last - first)) topics.add(match.phrase.topic);
      }
    }
  }
  return explained;
}

/** Whether the phrase is the long form but for one word before it: the "deep" of "deep Gaussian processes (DGP)". */
function isLongForm({ phrase, first, last }: PhraseMatch, end: number): boolean {
  return (phrase.kind === 'NAME' || phrase.kind === 'ALIAS') && phrase.length > 1 && first <= 1 && last === end;
}
