import { rememberedByWord } from '../text/known-words';
import { type Token, tokenize } from '../text/tokenize';
import { type Word, wordOf } from '../text/word';
import type { Phrase, PhraseKind, PhraseMatch } from './phrase';
import { spellingsOf } from './spellings';
import { ABOUT } from './standing';
import { holdForGeneral, matchesFrom, type Node, newNode, type TrieWord, UNKNOWN } from './trie-node';
import type { Vocabulary, VocabularyTopic } from './vocabulary';

/** A word that no phrase holds, as most are. */
const STRANGE: TrieWord = { stemId: UNKNOWN, acronymId: UNKNOWN, singularId: UNKNOWN, nodes: [] };

/** Where the last words of a name may begin that is written together; shorter ones than three letters say nothing. */
const NAME_JOINT = /(?<=[\p{Ll}\p{N}])(?=\p{Lu}[\p{L}\p{N}]{2})/gu;

/** All phrases of a vocabulary as one trie over words. */
export class PhraseTrie {
  private readonly root = newNode();
  private readonly ids = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    for (const topic of vocabulary) this.addTopic(topic);
    holdForGeneral(this.root);
  }

  /**
   * The phrases in a text, ordered by their first word; one that lies inside a longer one is left out unless it is a telling
   * name, one that overlaps is kept. Linear: from each word it goes no deeper than the longest phrase.
   */
  find(tokens: readonly Token[]): PhraseMatch[] {
    const words = tokens.map(({ word }) => this.read(word));
    const found: PhraseMatch[] = [];
    let reach = -1;
    for (let first = 0; first < words.length; first += 1) {
      if (words[first]?.nodes.length === 0) continue;
      const here = matchesFrom(words, tokens, first);
      let longest = reach;
      for (const match of here) longest = Math.max(longest, match.last);
      if (longest > reach) for (const match of here) if (match.last === longest) found.push(match);
      for (const match of here) if (match.phrase.isTelling && !isSaidAround(match, found)) found.push(match);
      reach = longest;
    }
    return found;
  }

  private readonly read = rememberedByWord((word): TrieWord => {
    const whole = this.readWhole(word);
    if (whole.nodes.length > 0 || word.acronym === null) return whole;
    // A name that is written together says by its end what it is: `GraphRAG`, `PillagerBench`.
    const { stemId, acronymId, singularId } = whole;
    for (const { index } of word.raw.matchAll(NAME_JOINT)) {
      const { nodes } = this.readWhole(wordOf(word.raw.slice(index)));
      if (nodes.length > 0) return { stemId, acronymId, singularId, nodes };
    }
    return whole;
  });

  private readWhole(word: Word): TrieWord {
    const [stemId = UNKNOWN, acronymId = UNKNOWN, singularId = UNKNOWN] = formsOf(word).map((form) =>
      this.ids.get(form),
    );
    if (stemId === UNKNOWN && acronymId === UNKNOWN && singularId === UNKNOWN) return STRANGE;
    const nodes = [this.root.next?.get(stemId), this.root.next?.get(acronymId)]
      .filter((node) => node !== undefined)
      .map(({ next, phrases }) => ({ next, phrases: phrases.filter((phrase) => isAlone(phrase, word, singularId)) }))
      .filter(({ next, phrases }) => next !== null || phrases.length > 0);
    return { stemId, acronymId, singularId, nodes };
  }

  private addTopic(topic: VocabularyTopic): void {
    const { slug, threshold } = topic;
    const isTold = threshold !== null && threshold.evidence < ABOUT;
    const cues = new Set(topic.cues.map((cue) => cue.toLowerCase()));
    const addName = (phrase: string, kind: PhraseKind, isName: boolean): void => {
      const isGeneral = cues.has(phrase.toLowerCase());
      this.add(phrase, { topic: slug, kind: isGeneral ? 'CUE' : kind, isName, isGeneral }, isTold);
    };
    addName(topic.name, 'NAME', true);
    for (const alias of topic.aliases) addName(alias, 'ALIAS', false);
    for (const term of topic.terms) addName(term, 'TERM', false);
    for (const cue of topic.cues) this.add(cue, { topic: slug, kind: 'CUE', isName: false, isGeneral: false });
    for (const exception of topic.exceptions) {
      this.add(exception, { topic: slug, kind: 'EXCEPTION', isName: false, isGeneral: false });
    }
  }

  /** @param isTold whether who names the topic is mostly about it */
  private add(phrase: string, meaning: Pick<Phrase, 'topic' | 'kind' | 'isName' | 'isGeneral'>, isTold = false): void {
    for (const spelling of spellingsOf(phrase, tokenize)) {
      const words = tokenize(spelling).map((token) => token.word);
      const node = this.nodeOf(words);
      const isException = meaning.kind === 'EXCEPTION';
      const singularIds = words.length === 1 || isException ? words.map((word) => this.idOf(formsOf(word)[2])) : null;
      const isKnown = node.phrases.some(
        (known) =>
          known.topic === meaning.topic &&
          (known.kind === 'EXCEPTION') === isException &&
          String(known.singularIds) === String(singularIds),
      );
      // The same words again in another spelling: what came first stands.
      if (isKnown || words.length === 0) continue;
      const isAcronym = words.length === 1 && words[0]?.acronym != null;
      const isProperName = words.length === 1 && !isAcronym && !meaning.isName && /^\p{Lu}/u.test(spelling);
      const { topic, kind, isName, isGeneral } = meaning;
      const { length } = words;
      const isAmbiguous = isAcronym && kind === 'CUE';
      const isTelling = isTold && (kind === 'NAME' || kind === 'ALIAS');
      const shown = { topic, kind, isAcronym, isAmbiguous, isTelling, isName, isGeneral };
      node.phrases.push({ ...shown, length, singularIds, isProperName });
    }
  }

  private nodeOf(words: readonly Word[]): Node {
    let node = this.root;
    for (const word of words) {
      const [stem, acronym] = formsOf(word);
      const id = this.idOf(word.acronym === null ? stem : acronym);
      node.next ??= new Map();
      const next: Node = node.next.get(id) ?? newNode();
      node.next.set(id, next);
      node = next;
    }
    return node;
  }

  private idOf(form: string): number {
    const id = this.ids.get(form) ?? this.ids.size;
    this.ids.set(form, id);
    return id;
  }
}

/** No phrase has more words. */
const MOST_WORDS = 12;

/** Whether a phrase at the same words or around them says the same, or that they mean something else. */
function isSaidAround({ phrase, first, last }: PhraseMatch, found: readonly PhraseMatch[]): boolean {
  for (let at = found.length - 1; at >= 0; at -= 1) {
    const other = found[at];
    if (other === undefined || other.first <= first - MOST_WORDS) return false;
    const isSame = other.phrase.topic === phrase.topic;
    if (isSame && other.first <= first && other.last >= last) return true;
  }
  return false;
}

/** Whether a word is the whole phrase: with the ending and, for a proper name, the capital that it asks for. */
function isAlone({ isAcronym, isProperName, singularIds }: Phrase, word: Word, singularId: number): boolean {
  if (isAcronym || singularIds === null) return true;
  return (!isProperName || word.isCapitalized) && singularIds[0] === singularId;
}

/** The forms of a word that get numbers, told apart by a mark: stem, acronym, singular. */
function formsOf({ stem, acronym, singular }: Word): [stem: string, acronym: string, singular: string] {
  return [`~${stem}`, `=${acronym ?? ''}`, singular];
}
