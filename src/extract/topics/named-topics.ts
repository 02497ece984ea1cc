import { tokenize } from '../text/tokenize';
import { spellingsOf } from './spellings';
import type { VocabularyTopic } from './vocabulary';

/** What a topic is called. */
export type CalledTopic = Pick<VocabularyTopic, 'slug' | 'name' | 'aliases'>;

/** The slug of the topic that a keyword, task or method is the name of; null where it is none's, or that of several. */
export type TopicNamer = (stated: string) => string | null;

/** What is longer is a text and no name, in UTF-16 units. */
const LONGEST_NAME = 200;

/** `Visual Question Answering (VQA)`: the acronym says nothing that the words before it do not. */
const ACRONYM_BEHIND = /(?<=\S) ?\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{Lu}\p{N}][\p{L}\p{N}-]{1,15}\)$/u;

/**
 * A name in the one spelling in which two of them are compared: words without case, accents and plural, in US spelling, joined by
 * hyphens, without an acronym in brackets behind them. Empty when it has no words.
 */
export function nameKey(name: string): string {
  return wordsIn(name.slice(0, LONGEST_NAME).replace(ACRONYM_BEHIND, '')).join('-');
}

/** Tells topics by their names, then by their slugs, then by their aliases, each in any spelling; nothing is read out of a longer text. */
export function createTopicNamer(topics: readonly CalledTopic[]): TopicNamer {
  const slugOf = new Map<string, string | null>();
  const called: ((topic: CalledTopic) => readonly string[])[] = [
    ({ name }) => [name],
    ({ slug }) => [slug],
    ({ aliases }) => aliases,
  ];
  for (const namesOf of called) {
    const found = new Map<string, string | null>();
    for (const topic of topics) {
      for (const key of keysOf(namesOf(topic))) {
        const other = found.get(key);
        found.set(key, other === undefined || other === topic.slug ? topic.slug : null);
      }
    }
    for (const [key, slug] of found) if (!slugOf.has(key)) slugOf.set(key, slug);
  }
  return (stated) => (stated.length > LONGEST_NAME ? null : (slugOf.get(nameKey(stated)) ?? null));
}

let last: { topics: string; namer: TopicNamer } | undefined;

/** The same for topics that are stored: they are hardly ever others than the last time, and 1,700 spellings take 10 ms. */
export function topicNamerOf(topics: readonly CalledTopic[]): TopicNamer {
  const text = JSON.stringify(topics);
  if (last?.topics !== text) last = { topics: text, namer: createTopicNamer(topics) };
  return last.namer;
}

function keysOf(names: readonly string[]): string[] {
  return names.flatMap((name) => spellingsOf(name, tokenize).map((spelling) => wordsIn(spelling).join('-')));
}

function wordsIn(name: string): string[] {
  return tokenize(name).map(({ word }) => word.singular);
}
