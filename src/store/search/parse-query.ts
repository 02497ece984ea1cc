import { foldWord } from './fold';
import { STOP_WORDS } from './stop-words';
import { compoundsOf, type Token, tokenize } from './tokenize';

/** Each costs a statement; what more a query has are words. */
const MOST_PREFIXES = 4;

/** Terms that follow one another; mostly just one. Never empty. */
export type Phrase = readonly string[];

/** What a query asks for. */
export interface SearchQuery {
  /** The more of these a result has, the better; it must have one of them unless something is required. */
  wanted: readonly Phrase[];
  /** A result has at least one of each of these lists. */
  required: readonly (readonly Phrase[])[];
  /** A result has none of these. */
  excluded: readonly Phrase[];
  /** Wanted words that stand side by side in the query: a result that has them side by side is the better for it. */
  pairs: readonly Phrase[];
  /** Beginnings of wanted words. */
  prefixes: readonly string[];
}

/** A phrase in quotes of any kind, perhaps not closed, or a run without blanks and quotes. */
const CLAUSE = /(?<![\p{L}\p{N}])(-?)["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)/gu;

interface Clause {
  isExcluded: boolean;
  isQuoted: boolean;
  /** Whether `OR` stands before it. */
  isAlternative: boolean;
  text: string;
}

/**
 * Reads a query as people type it: words, "phrases", -not, -"not this phrase", a OR b, prefix*. Any text is a query:
 * what makes no sense as an operator is a word, or nothing.
 *
 * - A word is wanted, not required, so that a question finds papers that lack some of its words.
 * - A phrase is required; with `OR` between phrases (or a phrase and a word), one of them is.
 * - Words that say nothing count only when there are no others.
 */
export function parseQuery(text: string): SearchQuery {
  const clauses = readClauses(text);
  const required: Phrase[][] = [];
  const excluded: Phrase[] = [];
  const words: string[] = [];
  const prefixes: string[] = [];
  for (const group of groupAlternatives(clauses)) {
    const phrases = group.flatMap(({ text }) => phraseOf(text));
    if (group[0]?.isExcluded) excluded.push(...phrases);
    else if (group.some(({ isQuoted }) => isQuoted) && phrases.length > 0) required.push(phrases);
    else if (group.every(({ isQuoted }) => !isQuoted)) words.push(...group.map(({ text }) => text));
  }
  const plain = words.map((word) => {
    const begun = /^(.*?)([\p{L}\p{M}\p{N}]+)\*+$/su.exec(word);
    if (!begun || prefixes.length === MOST_PREFIXES) return word;
    prefixes.push(foldWord(begun[2] as string));
    return begun[1];
  });
  const rest = plain.join(' ');
  return {
    wanted: wantedOf(rest, required.length > 0 || prefixes.length > 0),
    pairs: pairsOf(rest),
    required,
    excluded,
    prefixes: prefixes.filter((prefix) => prefix !== ''),
  };
}

/** Whether a query says anything to look for; one that only excludes does not. */
export function isEmptyQuery({ wanted, required, prefixes }: SearchQuery): boolean {
  return wanted.length + required.length + prefixes.length === 0;
}

/** Every term whose presence in a text speaks for it. */
export function termsOf({ wanted, required }: SearchQuery): Set<string> {
  return new Set([...wanted, ...required.flat()].flat());
}

function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let isAlternative = false;
  for (const [written, minus, phrase, word] of text.matchAll(CLAUSE)) {
    if (written === 'OR') {
      isAlternative = clauses.length > 0;
      continue;
    }
    const isExcluded = minus === '-' || /^-[\p{L}\p{N}]/u.test(word ?? '');
    clauses.push({ isExcluded, isQuoted: phrase !== undefined, isAlternative, text: phrase ?? word ?? '' });
    isAlternative = false;
  }
  return clauses;
}

/** Clauses with `OR` between them, together; an excluded one always stands alone. */
function groupAlternatives(clauses: readonly Clause[]): Clause[][] {
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    if (last && clause.isAlternative && !clause.isExcluded && !last[0]?.isExcluded) last.push(clause);
    else groups.push([clause]);
  }
  return groups;
}

function phraseOf(text: string): Phrase[] {
  const terms = tokenize(text).map(({ term }) => term);
  return terms.length > 0 ? [terms] : [];
}

function wantedOf(text: string, canDoWithout: boolean): Phrase[] {
  const tokens = tokenize(text);
  const telling = tokens.filter(({ word }) => !STOP_WORDS.has(word));
  const kept = telling.length > 0 || canDoWithout ? telling : tokens;
  return distinct([...togetherWithoutBlanks(kept), ...compoundsOf(text, tokens).map(({ term }) => [term])]);
}

function pairsOf(text: string): Phrase[] {
  const tokens = tokenize(text);
  const pairs = tokens.slice(1).flatMap((second, index): Phrase[] => {
    const first = tokens[index] as Token;
    const isApart = first.end < second.start && first.term !== second.term;
    return isApart && !STOP_WORDS.has(first.word) && !STOP_WORDS.has(second.word) ? [[first.term, second.term]] : [];
  });
  return distinct(pairs);
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()];
}

/** Characters of a script without blanks that follow one another are one phrase; any other token is its own. */
function togetherWithoutBlanks(tokens: readonly Token[]): Phrase[] {
  const phrases: string[][] = [];
  tokens.forEach(({ term, start }, index) => {
    const before = tokens[index - 1];
    if (before?.end === start) phrases.at(-1)?.push(term);
    else phrases.push([term]);
  });
  return phrases;
}
