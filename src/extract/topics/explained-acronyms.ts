import { definitionsIn } from './definitions';
import type { Phrase, PhraseKind, PhraseMatch } from './phrase';
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
        const { topic, kind, isGeneral } = match.phrase;
        const isNew = meanings.every((meaning) => meaning.topic !== topic);
        if (isNew && isLongForm(match, last - first)) meanings.push(acronymOf(topic, kind, isGeneral));
      }
    }
  }
  return explained;
}

/**
 * Whether the phrase, a name, alias or term, is the long form but for one word before it: the "deep" of "deep Gaussian
 * processes (DGP)".
 */
function isLongForm({ phrase, first, last }: PhraseMatch, end: number): boolean {
  const isNaming = phrase.isGeneral || (phrase.kind !== 'CUE' && phrase.kind !== 'EXCEPTION');
  return isNaming && phrase.length > 1 && first <= 1 && last === end;
}

/** What the acronym says, which is as general as its long form. */
function acronymOf(topic: string, kind: PhraseKind, isGeneral: boolean): Phrase {
  return {
    topic,
    kind: isGeneral ? kind : 'ALIAS',
    isAcronym: true,
    isAmbiguous: false,
    isTelling: false,
    isName: false,
    isGeneral,
    length: 1,
    singularIds: null,
    isProperName: false,
  };
}
