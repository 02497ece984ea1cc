import type { Phrase, PhraseMatch } from './phrase';
import type { Token } from './tokenize';
import type { Word } from './word';

/** A place in the trie of phrases. */
export interface Node {
  /** The next places by a word's `stemId` or `acronymId`; null at the end of a phrase, as most places are. */
  next: Map<number, Node> | null;
  phrases: Phrase[];
}

/** Where no phrase goes on. */
const NOWHERE: readonly Node[] = [];

/** The number of a form that no phrase of the vocabulary holds. */
export const UNKNOWN = -1;

/** A word whose forms are numbers, since comparing strings took most of the time. */
export interface TrieWord extends Word {
  stemId: number;
  acronymId: number;
  singularId: number;
  /** Where phrases that begin with the word go on; nowhere for most words of a text. */
  nodes: readonly Node[];
}

/** A place that nothing leads on from yet. */
export function newNode(): Node {
  return { next: null, phrases: [] };
}

/** The places that a word leads to. */
export function nodesAfter({ next }: Node, stemId: number, acronymId: number): readonly Node[] {
  const reached = [next?.get(stemId), next?.get(acronymId)].filter((node) => node !== undefined);
  return reached.length === 0 ? NOWHERE : reached;
}

/** All phrases that begin at the word `first`. */
export function matchesFrom(tokens: readonly Token<TrieWord>[], first: number): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const node of tokens[first]?.word.nodes ?? NOWHERE) follow(node, tokens, first, first, matches);
  return matches;
}

function follow(
  { next, phrases }: Node,
  tokens: readonly Token<TrieWord>[],
  first: number,
  last: number,
  matches: PhraseMatch[],
): void {
  for (const phrase of phrases) if (isWritten(phrase, tokens, first)) matches.push({ phrase, first, last });
  if (next === null) return;
  const token = tokens[last + 1];
  if (token === undefined || token.isFirst) return;
  const { stemId, acronymId } = token.word;
  const plain = stemId === UNKNOWN ? undefined : next.get(stemId);
  if (plain !== undefined) follow(plain, tokens, first, last + 1, matches);
  const exact = acronymId === UNKNOWN ? undefined : next.get(acronymId);
  if (exact !== undefined) follow(exact, tokens, first, last + 1, matches);
}

function isWritten(phrase: Phrase, tokens: readonly Token<TrieWord>[], first: number): boolean {
  const { isAcronym, isProperName, singularIds } = phrase;
  if (isAcronym || singularIds === null) return true;
  if (isProperName && tokens[first]?.word.isCapitalized !== true) return false;
  for (let index = 0; index < singularIds.length; index += 1) {
    if (tokens[first + index]?.word.singularId !== singularIds[index]) return false;
  }
  return true;
}
