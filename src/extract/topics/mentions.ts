import type { PaperText } from '../text/field';
import { fieldsOf } from '../text/field';
import { sentenceIndexAt } from '../text/sentence';
import { type ExplainedAcronyms, explainedAcronyms } from './explained-acronyms';
import { type Family, familyOf } from './family';
import type { Phrase, PhraseMatch } from './phrase';
import { PhraseTrie } from './phrase-trie';
import { isAside } from './places';
import { type ReadField, readField } from './read-field';
import { type Mention, weightOf } from './score';
import type { Vocabulary } from './vocabulary';

/** A mention and where it stands. */
export interface FoundMention extends Mention {
  source: ReadField;
  start: number;
  end: number;
}

/** A match that may be a mention. */
interface Candidate extends PhraseMatch {
  source: ReadField;
}

type Candidates = ReadonlyMap<string, readonly Candidate[]>;

/** Finds the mentions that count, by topic; title first, then in order of appearance. */
export type MentionFinder = (text: PaperText) => Map<string, FoundMention[]>;

export function createMentionFinder(vocabulary: Vocabulary): MentionFinder {
  const trie = new PhraseTrie(vocabulary);
  const family = familyOf(vocabulary);
  return (text) => {
    const { title, abstract } = fieldsOf(text);
    const fields = [readField(title, trie), readField(abstract, trie)];
    const candidates = candidatesIn(fields, explainedAcronyms(fields, trie));
    const named = namedIn(candidates);
    const mentions = new Map<string, FoundMention[]>();
    for (const [topic, found] of candidates) {
      const kept = thatCount(topic, found, named, family);
      if (kept.length > 0) mentions.set(topic, kept.map(mentionOf));
    }
    return mentions;
  };
}

function candidatesIn(fields: readonly ReadField[], explained: ExplainedAcronyms): Candidates {
  const byTopic = new Map<string, Candidate[]>();
  const add = (candidate: Candidate): void => {
    const found = byTopic.get(candidate.phrase.topic);
    if (found === undefined) byTopic.set(candidate.phrase.topic, [candidate]);
    else found.push(candidate);
  };
  for (const source of fields) {
    for (const { phrase, first, last } of inOrder(source, explained)) {
      if (phrase.kind !== 'EXCEPTION') add({ phrase, source, first, last });
    }
  }
  return byTopic;
}

/** A field's matches, in which the acronyms that the text explains have the meaning that it gives them. */
function inOrder({ tokens, acronyms, matches }: ReadField, explained: ExplainedAcronyms): readonly PhraseMatch[] {
  if (explained.size === 0) return matches;
  const meanings = (index: number): readonly Phrase[] | undefined => explained.get(tokens[index]?.word.acronym ?? '');
  const others = matches.filter(({ phrase, first }) => !phrase.isAcronym || meanings(first) === undefined);
  const own = acronyms.flatMap((at) => (meanings(at) ?? []).map((phrase) => ({ phrase, first: at, last: at })));
  return [...others, ...own].sort((one, other) => one.first - other.first);
}

/** The topics that a text mentions by a name, alias or term. */
function namedIn(candidates: Candidates): ReadonlySet<string> {
  const topics = [...candidates].filter(([, found]) => found.some(({ phrase }) => phrase.kind !== 'CUE'));
  return new Set(topics.map(([topic]) => topic));
}

/**
 * A cue counts beside a name, alias or term of its topic, or where such a phrase that is only too general is said for good;
 * an ambiguous acronym beside a name, alias or term of its topic or of a relative: the title does not say what it means.
 */
function thatCount(
  topic: string,
  found: readonly Candidate[],
  named: ReadonlySet<string>,
  family: Family,
): readonly Candidate[] {
  if (named.has(topic)) return found;
  // Most topics have cues alone.
  if (!found.some(({ phrase }) => phrase.isGeneral || phrase.isAmbiguous)) return [];
  const isSaid = isSaidForGood(found);
  const isAmongRelatives =
    found.some(({ phrase }) => phrase.isAmbiguous) && family.relatives(topic).some((relative) => named.has(relative));
  return found.filter(({ phrase }) => (phrase.isAmbiguous ? isAmongRelatives : isSaid));
}

/**
 * Whether general phrases stand there twice, or one in the title; a single word of the title may be a figure of speech, as
 * in "The Molecular Structure of Thought", and needs another phrase of the topic that is more than a comparison.
 */
function isSaidForGood(found: readonly Candidate[]): boolean {
  const plain = found.filter((candidate) => !candidate.phrase.isAmbiguous && !isAsideIn(candidate));
  const general = plain.filter(({ phrase }) => phrase.isGeneral);
  const isTitled = general.some(({ phrase, source }) => source.name === 'TITLE' && phrase.length > 1);
  return isTitled || general.length > 1 || (plain.length > 1 && general.some(({ source }) => source.name === 'TITLE'));
}

function isAsideIn({ source: { text, tokens }, first, last }: Candidate): boolean {
  return isAside(text, tokens, first, last);
}

function mentionOf(candidate: Candidate): FoundMention {
  const { phrase, source, first, last } = candidate;
  const { tokens, sentences, places } = source;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  const place = places[sentenceIndexAt(sentences, start)] ?? 'BODY';
  return { phrase, source, start, end, place, weight: weightOf(phrase, place, isAsideIn(candidate)) };
}
