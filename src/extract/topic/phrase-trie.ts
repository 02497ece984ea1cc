import type { Vocabulary, VocabularyTopic } from '../vocabulary';
import { spellingsOf } from './spellings';
import type { Token } from './tokenize';

/** What a phrase of the vocabulary is to its topic. */
export type PhraseKind = 'NAME' | 'ALIAS' | 'CUE' | 'EXCEPTION';

/** One phrase of the vocabulary, ready to be found. */
export interface Phrase {
  topic: string;
  kind: PhraseKind;
  /** Whether it is one word that is told by its capitals: `LLM`, `NeRF`. */
  isAcronym: boolean;
  /** Number of words. */
  length: number;
  /** Where endings matter (a single word, an exception), the singular of each word; else null. */
  singulars: string[] | null;
  /** Whether the first letter must be a capital: `Adam`. */
  isProperName: boolean;
}

/** A phrase at the words `first` to `last` of a text, `last` inclusive. */
export interface PhraseMatch {
  phrase: Phrase;
  first: number;
  last: number;
}

interface Node {
  next: Map<string, Node>;
  phrases: Phrase[];
}

/**
 * All phrases of a vocabulary as one trie over words. A word of the trie is a stem, or `=` and an acronym, which is
 * compared with its capitals.
 */
export class PhraseTrie {
  private readonly root: Node = { next: new Map(), phrases: [] };

  constructor(
    vocabulary: Vocabulary,
    private readonly tokenize: (text: string) => Token[],
  ) {
    for (const topic of vocabulary) this.addTopic(topic);
  }

  /**
   * The phrases in a text, ordered by their first word; one that lies inside a longer one is left out, one that
   * overlaps is kept. Linear: from each word it goes no deeper than the longest phrase.
   */
  find(tokens: readonly Token[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    let reach = -1;
    for (let first = 0; first < tokens.length; first += 1) {
      const here = this.from(tokens, first).sort((one, other) => other.last - one.last);
      const longest = here[0]?.last ?? -1;
      if (longest <= reach) continue;
      reach = longest;
      for (const match of here) if (match.last === longest) found.push(match);
    }
    return found;
  }

  private from(tokens: readonly Token[], first: number): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    let nodes = [this.root];
    for (let last = first; nodes.length > 0; last += 1) {
      const token = tokens[last];
      if (token === undefined || (last > first && token.isFirst)) break;
      const reached: Node[] = [];
      for (const node of nodes) {
        const plain = node.next.get(token.word.stem);
        if (plain !== undefined) reached.push(plain);
        const acronym = token.word.acronym === null ? undefined : node.next.get(`=${token.word.acronym}`);
        if (acronym !== undefined) reached.push(acronym);
      }
      for (const node of reached) {
        for (const phrase of node.phrases) if (holds(phrase, tokens, first)) matches.push({ phrase, first, last });
      }
      nodes = reached;
    }
    return matches;
  }

  private addTopic(topic: VocabularyTopic): void {
    const cues = new Set(topic.cues.map((cue) => cue.toLowerCase()));
    const add = (phrases: string[], kind: PhraseKind): void => {
      for (const phrase of phrases) {
        const weak = kind !== 'EXCEPTION' && cues.has(phrase.toLowerCase());
        for (const spelling of spellingsOf(phrase, this.tokenize))
          this.add(spelling, topic.slug, weak ? 'CUE' : kind, kind === 'NAME');
      }
    };
    add([topic.name], 'NAME');
    add([...topic.aliases, ...topic.terms], 'ALIAS');
    add(topic.cues, 'CUE');
    add(topic.exceptions, 'EXCEPTION');
  }

  private add(phrase: string, topic: string, kind: PhraseKind, isName: boolean): void {
    const words = this.tokenize(phrase).map((token) => token.word);
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      const key = word.acronym === null ? word.stem : `=${word.acronym}`;
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), phrases: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    const singulars = words.length === 1 || kind === 'EXCEPTION' ? words.map((word) => word.singular) : null;
    const known = node.phrases.find((each) => each.topic === topic && String(each.singulars) === String(singulars));
    // The same words in another spelling: the kind that was added first stands.
    if (known !== undefined && (known.kind === 'EXCEPTION') === (kind === 'EXCEPTION')) return;
    const [only] = words;
    const isAcronym = words.length === 1 && only?.acronym != null;
    const isProperName = words.length === 1 && !isAcronym && !isName && /^\p{Lu}/u.test(phrase);
    node.phrases.push({ topic, kind, isAcronym, length: words.length, singulars, isProperName });
  }
}

function holds(phrase: Phrase, tokens: readonly Token[], first: number): boolean {
  if (phrase.isAcronym) return true;
  if (phrase.isProperName && !/^\p{Lu}/u.test(tokens[first]?.word.raw ?? '')) return false;
  if (phrase.singulars === null) return true;
  return phrase.singulars.every((singular, index) => tokens[first + index]?.word.singular === singular);
}
