import type { Phrase, PhraseMatch } from './phrase';
import type { Token } from './tokenize';
import type { Word } from './word';

/** A place in the trie of phrases. */
export interface Node {
  /** Next words by their stem. */
  stems: Map<string, Node>;
  /** Next words that are told by their capitals. */
  acronyms: Map<string, Node>;
  phrases: Phrase[];
}

/** Where no phrase goes on. */
export const NOWHERE: readonly Node[] = [];

/** A word with the nodes that it leads to from the root: none for most words of a text, which costs nothing then. */
export interface TrieWord extends Word {
  nodes: readonly Node[];
}

/** All phrases that begin at the word `first`, the shortest first. */
export function matchesFrom(tokens: readonly Token<TrieWord>[], first: number): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  let nodes = tokens[first]?.word.nodes ?? NOWHERE;
  for (let last = first; nodes.length > 0; last += 1) {
    for (const { phrases } of nodes) {
      for (const phrase of phrases) if (isWritten(phrase, tokens, first)) matches.push({ phrase, first, last });
    }
    const next = tokens[last + 1];
    nodes = next === undefined || next.isFirst ? NOWHERE : reachedBy(next.word, nodes);
  }
  return matches;
}

/** A node that nothing leads on from yet. */
export function newNode(): Node {
  return { stems: new Map(), acronyms: new Map(), phrases: [] };
}

/** The nodes that a word leads to from any of `nodes`. */
export function reachedBy({ stem, acronym }: Word, nodes: readonly Node[]): readonly Node[] {
  let reached = NOWHERE;
  for (const node of nodes) {
    const plain = node.stems.get(stem);
    if (plain !== undefined) reached = [...reached, plain];
    const exact = acronym === null ? undefined : node.acronyms.get(acronym);
    if (exact !== undefined) reached = [...reached, exact];
  }
  return reached;
}

function isWritten({ isAcronym, isProperName, singulars }: Phrase, tokens: readonly Token[], first: number): boolean {
  if (isAcronym || singulars === null) return true;
  if (isProperName && tokens[first]?.word.isCapitalized !== true) return false;
  for (let index = 0; index < singulars.length; index += 1) {
    if (tokens[first + index]?.word.singular !== singulars[index]) return false;
  }
  return true;
}
