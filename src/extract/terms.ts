import type { PaperText } from './evidence';
import { EMPTY_WORDS, GENERIC_WORDS } from './terms-stop-words';
import { createTokenizer, type Token } from './topic/tokenize';
import { wordOf } from './topic/word';

/** A word, or two words in a row, that tells what a paper is about. */
export interface Term {
  /** The stems of its words, a blank between them: the same for `Loss landscapes` and `loss landscape`. */
  key: string;
  /** As the paper prints it first. */
  text: string;
  /** How much the paper makes of it: above 0, below 1. */
  weight: number;
}

interface Mentions {
  text: string;
  count: number;
}

/** More say little: the rest of an abstract's words are named once, in passing. */
const MOST_TERMS = 32;
/** A title has room only for what matters: a mention there counts as this many in the abstract. */
const TITLE_COUNTS = 3;
/** Mentions after which a term has half of the weight that it can have; each further one adds less. */
const HALF_WEIGHT = 3;
const LONGEST_WORD = 30;

/** Addresses, and a set phrase whose words mean something else alone. */
const LEFT_OUT =
  /https?:\/\/\S+|www\.\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|net|ai|dev)\b\S*|\bstate[-\s]of[-\s]the[-\s]art\b/gi;

const tokenize = createTokenizer(wordOf);

/**
 * The words and two-word phrases that tell a paper from others, by its own text alone: title and abstract without
 * grammar, addresses and what every paper says of itself. At most 32, heaviest first, among equals the earlier one.
 *
 * The weight of a term is `count / (count + 3)`: each mention in the abstract counts 1, each in the title 3, for a
 * title has room only for what matters; a further mention adds less than the one before.
 */
export function extractTerms({ title, abstract }: PaperText): Term[] {
  const found = new Map<string, Mentions>();
  count(found, title, TITLE_COUNTS);
  if (abstract !== null) count(found, abstract, 1);
  return [...found]
    .map(([key, { text, count }]) => ({ key, text, weight: count / (count + HALF_WEIGHT) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_TERMS);
}

function count(found: Map<string, Mentions>, written: string, each: number): void {
  const text = written.replace(LEFT_OUT, ' . ');
  const add = (...words: Token[]) => {
    const key = words.map(({ word }) => word.stem).join(' ');
    const mentions = found.get(key);
    if (mentions) mentions.count += each;
    else found.set(key, { text: printed(text, words), count: each });
  };
  const tokens = tokenize(text);
  tokens.forEach((token, index) => {
    if (isEmpty(token)) return;
    if (!isGeneric(token)) add(token);
    const next = tokens[index + 1];
    if (!next || next.isFirst || isEmpty(next) || (isGeneric(token) && isGeneric(next))) return;
    add(token, next);
  });
}

/** The words as they stand in the text, markup between them left out. */
function printed(text: string, words: readonly Token[]): string {
  return words
    .map(({ word, start }, index) => {
      const before = words[index - 1];
      if (!before) return word.raw;
      return text.slice(before.end, start) === '-' ? `-${word.raw}` : ` ${word.raw}`;
    })
    .join('');
}

function isEmpty({ word: { plain, stem } }: Token): boolean {
  return plain.length < 2 || plain.length > LONGEST_WORD || /^\d+$/.test(plain) || EMPTY_WORDS.has(stem);
}

function isGeneric({ word }: Token): boolean {
  return GENERIC_WORDS.has(word.stem);
}
