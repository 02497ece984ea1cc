import { type Definition, definitionsIn } from './definitions';
import type { PhraseMatch } from './phrase-trie';
import type { ReadField } from './read-field';

/**
 * The acronyms that a text explains, each with the topics that its long form names. No topics at all: the acronym means
 * something that is not in the vocabulary, as in "Segment Anything Model (SAM)".
 */
export type ExplainedAcronyms = ReadonlyMap<string, ReadonlySet<string>>;

export function explainedAcronyms(fields: readonly ReadField[]): ExplainedAcronyms {
  const explained = new Map<string, Set<string>>();
  for (const { text, tokens, matches } of fields) {
    const definitions = definitionsIn(text, tokens);
    if (definitions.length === 0) continue;
    const ending = endingAt(matches);
    for (const definition of definitions) {
      const topics = explained.get(definition.acronym) ?? new Set();
      explained.set(definition.acronym, topics);
      for (const match of ending.get(definition.last) ?? []) {
        if (isLongForm(match, definition)) topics.add(match.phrase.topic);
      }
    }
  }
  return explained;
}

function endingAt(matches: readonly PhraseMatch[]): Map<number, PhraseMatch[]> {
  const ending = new Map<number, PhraseMatch[]>();
  for (const match of matches) {
    const others = ending.get(match.last);
    if (others === undefined) ending.set(match.last, [match]);
    else others.push(match);
  }
  return ending;
}

/** Whether the phrase is the long form but for one word before it: the "deep" of "deep Gaussian processes (DGP)". */
function isLongForm({ phrase, first }: PhraseMatch, definition: Definition): boolean {
  return (phrase.kind === 'NAME' || phrase.kind === 'ALIAS') && phrase.length > 1 && first <= definition.first + 1;
}
