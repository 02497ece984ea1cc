import type { PaperText } from '../text/field';
import { type Field, fieldsOf } from '../text/field';
import { rememberedByWord } from '../text/known-words';
import { type Token, tokenize } from '../text/tokenize';
import { EMPTY_WORDS, GENERIC_WORDS } from './stop-words';

/** A word, or two words in a row, that tells what a paper is about. */
export interface Term {
  /** The stems of its words, a blank between them: the same for `Loss landscapes` and `loss landscape`. */
  key: string;
  /** As the paper prints it first. */
  text: string;
  /** How much the paper makes of it: above 0, below 1. */
  weight: number;
}

/** A term as far as it is counted: one word, or two. */
interface Mentions {
  key: string;
  count: number;
  /** Where it is printed first: its only word and the word before it, if that belongs to it. */
  text: string;
  first: Token | null;
  last: Token;
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
/** What each of these holds: looking for it first is much faster, and most texts hold none. */
const HINT = /:\/\/|www\.|\.(?:com|org|io|net|ai|dev)\b|state[-\s]of/i;

/**
 * The words and two-word phrases that tell a paper from others, by its own text alone: title and abstract without
 * grammar, addresses and what every paper says of itself. At most 32, heaviest first, among equals the earlier one.
 *
 * The weight of a term is `count / (count + 3)`: each mention in the abstract counts 1, each in the title 3, for a
 * title has room only for what matters; a further mention adds less than the one before.
 */
export function extractTerms(text: PaperText): Term[] {
  const { title, abstract } = fieldsOf(text);
  const found = new Map<string, Mentions>();
  count(found, title, TITLE_COUNTS);
  count(found, abstract, 1);
  const all = [...found.values()];
  // Most terms are mentioned once, and need no sorting.
  const repeated = all.filter(({ count }) => count > 1).sort((one, other) => other.count - one.count);
  const once = all.filter(({ count }) => count === 1);
  return [...repeated, ...once].slice(0, MOST_TERMS).map(termOf);
}

function count(found: Map<string, Mentions>, field: Field, each: number): void {
  const { text, tokens } = HINT.test(field.text) ? leaveOut(field) : field;
  const add = (key: string, first: Token | null, last: Token): void => {
    const mentions = found.get(key);
    if (mentions === undefined) found.set(key, { key, count: each, text, first, last });
    else mentions.count += each;
  };
  let before: Token | null = null;
  let kindBefore: Kind = 'EMPTY';
  for (const token of tokens) {
    const kind = kindOf(token.word);
    const { stem } = token.word;
    if (before !== null && !token.isFirst && isPair(kindBefore, kind))
      add(`${before.word.stem} ${stem}`, before, token);
    if (kind === 'SUBJECT') add(stem, null, token);
    before = token;
    kindBefore = kind;
  }
}

/** A field without what is left out; the word behind it stands as behind a full stop. */
function leaveOut(field: Field): Pick<Field, 'text' | 'tokens'> {
  const { text, tokens: all } = field;
  const tokens: Token[] = [];
  let at = 0;
  let isBehind = false;
  const keepUntil = (end: number): void => {
    for (let token = all[at]; token !== undefined && token.end <= end; at += 1, token = all[at]) {
      tokens.push(isBehind ? { ...token, isFirst: true } : token);
      isBehind = false;
    }
  };
  for (const { 0: out, index } of text.matchAll(LEFT_OUT)) {
    keepUntil(index);
    const end = index + out.length;
    for (let token = all[at]; token !== undefined && token.start < end; at += 1, token = all[at]) {
      if (token.start < index || token.end > end) return cutAgain(text);
    }
    isBehind = true;
  }
  keepUntil(text.length);
  return { text, tokens };
}

/** The same where something begins or ends within a word. */
function cutAgain(text: string): Pick<Field, 'text' | 'tokens'> {
  const rest = text.replace(LEFT_OUT, ' . ');
  return { text: rest, tokens: tokenize(rest) };
}

/** Whether a word names a subject, names one only beside another word, or none at all. */
type Kind = 'SUBJECT' | 'GENERIC' | 'EMPTY';

const kindOf = rememberedByWord(({ plain, stem }): Kind => {
  const isName = plain.length >= 2 && plain.length <= LONGEST_WORD && !/^\d+$/.test(plain);
  if (!isName || EMPTY_WORDS.has(stem)) return 'EMPTY';
  return GENERIC_WORDS.has(stem) ? 'GENERIC' : 'SUBJECT';
});

/** Whether two words in a row name a subject together. */
function isPair(one: Kind, other: Kind): boolean {
  return one !== 'EMPTY' && other !== 'EMPTY' && (one === 'SUBJECT' || other === 'SUBJECT');
}

function termOf(mentions: Mentions): Term {
  const { key, count } = mentions;
  return { key, text: printed(mentions), weight: count / (count + HALF_WEIGHT) };
}

/** The words as they stand in the text, markup between them left out. */
function printed({ text, first, last }: Mentions): string {
  if (first === null) return last.word.raw;
  const isHyphened = text.slice(first.end, last.start) === '-';
  return `${first.word.raw}${isHyphened ? '-' : ' '}${last.word.raw}`;
}
