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
/** The same where words follow: `Out of Distribution (OOD) Detection`. */
const ACRONYM_WITHIN = /(?<=\S) ?\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{Lu}\p{N}][\p{L}\p{N}-]{1,15}\)(?= )/gu;
/** `VQA (Visual Question Answering)`: the words say what the acronym is. */
const WORDS_BEHIND_ACRONYM = /^(?=[^(]*\p{Lu}[^(]*\p{Lu})[\p{Lu}\p{N}][\p{L}\p{N}-]{1,15} ?\(([^()]+)\)$/u;
/** What stands behind the names of topics and says nothing: `Recommendation Systems`, `Time Series Analysis`. */
const EMPTY_ENDS = new Set(['algorithm', 'analysis', 'approach', 'method', 'problem', 'system', 'task', 'technique']);

/**
 * A name in the one spelling in which two of them are compared: words without case, accents and plural, in US spelling, joined by
 * hyphens, without an acronym in brackets behind them. Empty when it has no words.
 */
export function nameKey(name: string): string {
  return singularIn(name.slice(0, LONGEST_NAME).replace(ACRONYM_BEHIND, '')).join('-');
}

/**
 * Tells topics by their names, then by their slugs, then by their aliases, each in any spelling; failing that in any inflection
 * (`Language Modelling`, `language models`), without acronyms that it explains, or without a last word that says nothing. Nothing is
 * read out of a longer text.
 */
export function createTopicNamer(topics: readonly CalledTopic[]): TopicNamer {
  const [slugOf, slugOfStems] = [slugsBy(topics, singularIn), slugsBy(topics, stemsIn)];
  const find = (name: string): string | null | undefined => {
    const key = nameKey(name);
    if (slugOf.has(key)) return slugOf.get(key);
    return slugOfStems.get(stemsIn(name.replace(ACRONYM_BEHIND, '')).join('-'));
  };
  return (stated) => {
    if (stated.length > LONGEST_NAME) return null;
    for (const name of spellingsOfStated(stated)) {
      const slug = find(name);
      if (slug !== undefined) return slug;
    }
    return null;
  };
}

/** A stated word, then what else may be the name in it. */
function* spellingsOfStated(stated: string): Generator<string> {
  const name = stated.trim().replace(/\s+/g, ' ');
  yield name;
  const within = name.replace(ACRONYM_WITHIN, '');
  if (within !== name) yield within;
  const [, words] = WORDS_BEHIND_ACRONYM.exec(name) ?? [];
  if (words !== undefined) yield words;
  const bare = within.replace(ACRONYM_BEHIND, '');
  const end = bare.lastIndexOf(' ');
  if (end > 0 && EMPTY_ENDS.has(singularIn(bare.slice(end)).join(''))) yield bare.slice(0, end);
}

/** Slugs by what topics are called; null by what several are called. A name comes before a slug, and that before an alias. */
function slugsBy(
  topics: readonly CalledTopic[],
  wordsIn: (name: string) => readonly string[],
): ReadonlyMap<string, string | null> {
  const slugOf = new Map<string, string | null>();
  const called: ((topic: CalledTopic) => readonly string[])[] = [
    ({ name }) => [name],
    ({ slug }) => [slug],
    ({ aliases }) => aliases,
  ];
  for (const namesOf of called) {
    const found = new Map<string, string | null>();
    for (const topic of topics) {
      for (const name of namesOf(topic)) {
        for (const spelling of spellingsOf(name, tokenize)) {
          const key = wordsIn(spelling).join('-');
          const other = found.get(key);
          found.set(key, other === undefined || other === topic.slug ? topic.slug : null);
        }
      }
    }
    for (const [key, slug] of found) if (!slugOf.has(key)) slugOf.set(key, slug);
  }
  return slugOf;
}

let last: { topics: string; namer: TopicNamer } | undefined;

/** The same for topics that are stored: they are hardly ever others than the last time, and 1,700 spellings take 10 ms. */
export function topicNamerOf(topics: readonly CalledTopic[]): TopicNamer {
  const text = JSON.stringify(topics);
  if (last?.topics !== text) last = { topics: text, namer: createTopicNamer(topics) };
  return last.namer;
}

function singularIn(name: string): string[] {
  return tokenize(name).map(({ word }) => word.singular);
}

function stemsIn(name: string): string[] {
  return tokenize(name).map(({ word }) => word.stem);
}
