import type { PaperText, TextField } from '../evidence';
import { type Sentence, splitSentences } from '../sentence';
import type { Vocabulary } from '../vocabulary';
import { type Definition, definitionsIn } from './definitions';
import { type Family, familyOf } from './family';
import { type PhraseMatch, PhraseTrie } from './phrase-trie';
import { isAside, layoutOf, type Place } from './places';
import type { Mention } from './score';
import { createTokenizer, type Token } from './tokenize';

/** A mention and where it stands. */
export interface FoundMention extends Mention {
  field: TextField;
  start: number;
  end: number;
  isName: boolean;
}

export type FieldMentions = Record<TextField, { text: string; sentences: readonly Sentence[] }>;

/** The counted mentions of each topic, title first, then in order of appearance. */
export interface Mentions {
  byTopic: Map<string, FoundMention[]>;
  fields: FieldMentions;
}

interface FieldText {
  field: TextField;
  text: string;
  tokens: Token[];
  sentences: Sentence[];
  places: Place[];
  matches: PhraseMatch[];
}

/** An acronym that the text explains, and the topics that its long form names. */
type Explained = Map<string, Set<string>>;

/** Finds all mentions in a text and keeps those that count. */
export function createMentionFinder(vocabulary: Vocabulary): (text: PaperText) => Mentions {
  const tokenize = createTokenizer();
  const trie = new PhraseTrie(vocabulary, tokenize);
  const family = familyOf(vocabulary);
  const read = (field: TextField, text: string): FieldText => {
    const tokens = tokenize(text);
    const layout = field === 'TITLE' ? { sentences: splitSentences(text), places: [] } : layoutOf(text);
    return { field, text, tokens, ...layout, matches: trie.find(tokens) };
  };
  return ({ title, abstract }) => {
    const fields = [read('TITLE', title), read('ABSTRACT', abstract ?? '')] as const;
    const explained = explainedIn(fields);
    const mentions = new Map<string, FoundMention[]>();
    for (const field of fields) collect(field, explained, mentions);
    return { byTopic: inCompany(mentions, family), fields: { TITLE: fields[0], ABSTRACT: fields[1] } };
  };
}

function explainedIn(fields: readonly FieldText[]): Explained {
  const explained: Explained = new Map();
  for (const { text, tokens, matches } of fields) {
    const definitions = definitionsIn(text, tokens);
    if (definitions.length === 0) continue;
    const ends = Map.groupBy(matches, (match) => match.last);
    for (const definition of definitions) {
      const topics = explained.get(definition.acronym) ?? new Set();
      explained.set(definition.acronym, topics);
      for (const match of ends.get(definition.last) ?? []) if (names(match, definition)) topics.add(match.phrase.topic);
    }
  }
  return explained;
}

/** Whether the phrase is the long form, but for one word before it: the "deep" of "deep Gaussian processes (DGP)". */
function names({ phrase, first }: PhraseMatch, definition: Definition): boolean {
  return phrase.kind !== 'EXCEPTION' && phrase.kind !== 'CUE' && phrase.length > 1 && first <= definition.first + 1;
}

function collect(field: FieldText, explained: Explained, mentions: Map<string, FoundMention[]>): void {
  const add = (
    topic: string,
    first: number,
    last: number,
    mention: Pick<Mention, 'kind' | 'isAcronym' | 'length'>,
  ): void => {
    const start = field.tokens[first]?.start ?? 0;
    const end = field.tokens[last]?.end ?? 0;
    const list = mentions.get(topic) ?? [];
    mentions.set(topic, list);
    const previous = list.at(-1);
    if (previous?.field === field.field && previous.start === start && previous.end === end) return;
    list.push({
      ...mention,
      field: field.field,
      start,
      end,
      place: placeAt(field, start),
      isAside: isAside(field.tokens, first),
      isName: mention.kind === 'NAME',
    });
  };
  const byFirst = Map.groupBy(field.matches, (match) => match.first);
  field.tokens.forEach((token, index) => {
    const topics = token.word.acronym === null ? undefined : explained.get(token.word.acronym);
    for (const topic of topics ?? []) add(topic, index, index, { kind: 'ALIAS', isAcronym: true, length: 1 });
    for (const { phrase, first, last } of byFirst.get(index) ?? []) {
      if (phrase.kind === 'EXCEPTION') continue;
      if (phrase.isAcronym && topics !== undefined && !topics.has(phrase.topic)) continue;
      add(phrase.topic, first, last, { kind: phrase.kind, isAcronym: phrase.isAcronym, length: phrase.length });
    }
  });
}

function placeAt({ field, sentences, places }: FieldText, start: number): Place {
  if (field === 'TITLE') return 'TITLE';
  const index = sentences.findIndex((sentence) => sentence.end > start);
  return places[index] ?? 'BODY';
}

/** Leaves out the cues that nothing better speaks for. */
function inCompany(mentions: ReadonlyMap<string, FoundMention[]>, family: Family): Map<string, FoundMention[]> {
  const isStrong = (slug: string): boolean => (mentions.get(slug) ?? []).some(({ kind }) => kind !== 'CUE');
  const kept = new Map<string, FoundMention[]>();
  for (const [slug, found] of mentions) {
    const accepts = isStrong(slug) || found.some(({ field, isAcronym }) => field === 'TITLE' && !isAcronym);
    const counted = found.filter(
      ({ kind, isAcronym }) => kind !== 'CUE' || accepts || (isAcronym && family.relatives(slug).some(isStrong)),
    );
    if (counted.length > 0) kept.set(slug, counted);
  }
  return kept;
}
