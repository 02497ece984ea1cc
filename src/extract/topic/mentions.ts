import type { PaperText } from '../evidence';
import type { Sentence } from '../sentence';
import type { Vocabulary } from '../vocabulary';
import { type ExplainedAcronyms, explainedAcronyms } from './explained-acronyms';
import { type Family, familyOf } from './family';
import type { Phrase } from './phrase';
import { PhraseTrie } from './phrase-trie';
import { isAside } from './places';
import { type ReadField, readField } from './read-field';
import type { Mention } from './score';
import { createTokenizer } from './tokenize';

/** A mention and where it stands. */
export interface FoundMention extends Mention {
  source: ReadField;
  start: number;
  end: number;
}

/** Words that may be a mention: `last` is inclusive. */
interface Candidate extends Pick<Phrase, 'topic' | 'isAcronym' | 'isName' | 'isGeneral' | 'length'> {
  kind: Mention['kind'];
  source: ReadField;
  first: number;
  last: number;
}

/** The mentions that count, by topic; title first, then in order of appearance. */
export type MentionFinder = (text: PaperText) => Map<string, FoundMention[]>;

export function createMentionFinder(vocabulary: Vocabulary): MentionFinder {
  const trie = new PhraseTrie(vocabulary);
  const tokenize = createTokenizer(trie.read);
  const family = familyOf(vocabulary);
  return ({ title, abstract }) => {
    const fields = [
      readField('TITLE', title, tokenize(title), trie),
      readField('ABSTRACT', abstract ?? '', tokenize(abstract ?? ''), trie),
    ];
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

type Candidates = ReadonlyMap<string, readonly Candidate[]>;

function candidatesIn(fields: readonly ReadField[], explained: ExplainedAcronyms): Candidates {
  const byTopic = new Map<string, Candidate[]>();
  const add = (candidate: Candidate): void => {
    const found = byTopic.get(candidate.topic);
    if (found === undefined) byTopic.set(candidate.topic, [candidate]);
    else found.push(candidate);
  };
  for (const source of fields) {
    let next = 0;
    source.tokens.forEach(({ word }, index) => {
      const topics = word.acronym === null ? undefined : explained.get(word.acronym);
      for (const topic of topics ?? []) {
        add({
          topic,
          kind: 'ALIAS',
          isAcronym: true,
          isName: false,
          isGeneral: false,
          length: 1,
          source,
          first: index,
          last: index,
        });
      }
      for (let match = source.matches[next]; match?.first === index; match = source.matches[next]) {
        next += 1;
        const { phrase, last } = match;
        // The text says itself what the acronym means.
        if (phrase.kind === 'EXCEPTION' || (phrase.isAcronym && topics !== undefined)) continue;
        const { topic, kind, isAcronym, isName, isGeneral, length } = phrase;
        add({ topic, kind, isAcronym, isName, isGeneral, length, source, first: index, last });
      }
    });
  }
  return byTopic;
}

/**
 * A cue counts beside a name, alias or term of its topic, or where the title holds such a phrase that is only too
 * general; an ambiguous acronym beside a name, alias or term of its topic or of a relative: the title does not say what
 * it means.
 */
function thatCount(
  topic: string,
  found: readonly Candidate[],
  named: ReadonlySet<string>,
  family: Family,
): readonly Candidate[] {
  if (named.has(topic)) return found;
  const isTitled = found.some(
    ({ source, isGeneral, isAcronym }) => source.field === 'TITLE' && isGeneral && !isAcronym,
  );
  const isAmongRelatives = family.relatives(topic).some((relative) => named.has(relative));
  return found.filter(({ isAcronym }) => (isAcronym ? isAmongRelatives : isTitled));
}

/** The topics that a text mentions by a name, alias or term. */
function namedIn(candidates: Candidates): ReadonlySet<string> {
  const topics = [...candidates].filter(([, found]) => found.some(({ kind }) => kind !== 'CUE'));
  return new Set(topics.map(([topic]) => topic));
}

// Written out, since copying by spread took half of the tagger's time.
function mentionOf({ kind, isAcronym, isName, isGeneral, length, source, first, last }: Candidate): FoundMention {
  const { tokens, sentences, places } = source;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  const place = places[sentenceIndexAt(sentences, start)] ?? 'BODY';
  return {
    kind,
    isAcronym,
    isName,
    isGeneral,
    length,
    source,
    start,
    end,
    place,
    isAside: isAside(tokens, first),
    wording: source.text.slice(start, end).toLowerCase(),
  };
}

function sentenceIndexAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
