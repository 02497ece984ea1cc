import type { Token } from '../text/tokenize';
import type { Phrase, PhraseMatch } from './phrase';

/** A place in the trie of phrases. */
export interface Node {
  /** The next places by a word's `stemId` or `acronymId`; null at the end of a phrase, as most places are. */
  next: Map<number, Node> | null;
  phrases: Phrase[];
}

/** The number of a form that no phrase of the vocabulary holds. */
export const UNKNOWN = -1;

/** A word as the trie sees it: its forms are numbers, since comparing strings took most of the time. */
export interface TrieWord {
  stemId: number;
  acronymId: number;
  singularId: number;
  /** Where phrases that begin with the word go on, with those that end with it too; nowhere for most words of a text. */
  nodes: readonly Node[];
}

/** A place that nothing leads on from yet. */
export function newNode(): Node {
  return { next: null, phrases: [] };
}

/** What one topic is called shows another, of which it is a term, only as a general phrase does: most mean the one. */
export function holdForGeneral({ next, phrases }: Node): void {
  const called = phrases.filter(({ kind }) => kind === 'NAME' || kind === 'ALIAS');
  for (const phrase of phrases) {
    if (phrase.kind !== 'TERM' || called.length === 0) continue;
    phrase.kind = 'CUE';
    phrase.isGeneral = true;
  }
  for (const node of next?.values() ?? []) holdForGeneral(node);
}

/** All phrases that begin at the word `first`; `words` are those of `tokens`, in the same order. */
export function matchesFrom(words: readonly TrieWord[], tokens: readonly Token[], first: number): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const { next, phrases } of words[first]?.nodes ?? []) {
    for (const phrase of phrases) matches.push({ phrase, first, last: first });
    if (next !== null) follow(next, words, tokens, first, first + 1, matches);
  }
  return matches;
}

function follow(
  nodes: ReadonlyMap<number, Node>,
  words: readonly TrieWord[],
  tokens: readonly Token[],
  first: number,
  last: number,
  matches: PhraseMatch[],
): void {
  const word = words[last];
  if (word === undefined || tokens[last]?.isFirst !== false) return;
  for (const id of [word.stemId, word.acronymId]) {
    const node = id === UNKNOWN ? undefined : nodes.get(id);
    if (node === undefined) continue;
    for (const phrase of node.phrases) if (isWritten(phrase, words, first)) matches.push({ phrase, first, last });
    if (node.next !== null) follow(node.next, words, tokens, first, last + 1, matches);
  }
}

/** Whether the words have the endings that the phrase asks for. */
function isWritten({ singularIds }: Phrase, words: readonly TrieWord[], first: number): boolean {
  return singularIds?.every((id, index) => words[first + index]?.singularId === id) ?? true;
}
