import { definitionsIn } from './definitions';
import type { Phrase, PhraseMatch } from './phrase';
import type { PhraseTrie } from './phrase-trie';
import type { ReadField } from './read-field';

/**
 * The acronyms that a text explains, each as a phrase for every topic that its long form names. No phrase at all: the
 * acronym means something that is not in the vocabulary, as in "Segment Anything Model (SAM)".
 */
export type ExplainedAcronyms = ReadonlyMap<string, readonly Phrase[]>;

export function explainedAcronyms(fields: readonly ReadField[], trie: PhraseTrie): ExplainedAcronyms {
  const explained = new Map<string, Phrase[]>();
  for (const { text, tokens, acronyms } of fields) {
    for (const { acronym, first, last } of definitionsIn(text, tokens, acronyms)) {
      const meanings = explained.get(acronym) ?? [];
      explained.set(acronym, meanings);
      // The long form is read by itself: in the text a longer phrase may reach over it.
      for (const match of trie.find(tokens.slice(first, last + 1))) {
        const { topic } = match.phrase;
        const isNew = meanings.every((meaning) => meaning.topic !== topic);
        if (isNew && isLongForm(match, last - first)) meanings.push(acronymOf(topic));
      }
    }
  }
  return explained;
}

/** Whether the phrase is the long form but for one word before it: the "deep" of "deep Gaussian processes (DGP)". */
function isLongForm({ phrase, first, last }: PhraseMatch, end: number): boolean {
  return (phrase.kind === 'NAME' || phrase.kind === 'ALIAS') && phrase.length > 1 && first <= 1 && last === end;
}

function acronymOf(topic: string): Phrase {
  return {
    topic,
    kind: 'ALIAS',
    isAcronym: true,
    isName: false,
    isGeneral: false,
    length: 1,
    singularIds: null,
    isProperName: false,
  };
}
