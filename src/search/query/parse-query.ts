import { decodeTex } from '../../text/tex';
import { foldWord } from '../text/fold';
import { compoundsOf, isUnspaced, type Token, tokenize } from '../text/tokenize';
import { STOP_WORDS } from './stop-words';

/** Each costs a statement; what more a query has are words. */
const MOST_PREFIXES = 4;

/** Terms that follow one another; mostly just one. Never empty. */
export type Phrase = readonly string[];

/** What a result must have. */
export interface Required {
  /** As it is written. */
  text: string;
  /** One of these. */
  phrases: readonly Phrase[];
}

/** What a query asks for. */
export interface SearchQuery {
  /** The more of these a result has, the better; it must have one of them unless something is required. */
  wanted: readonly Phrase[];
  /** A result has at least one phrase of each of these. */
  required: readonly Required[];
  /** A result has none of these. */
  excluded: readonly Phrase[];
  /** Wanted words that stand side by side in the query: a result that has them side by side is the better for it. */
  pairs: readonly Phrase[];
  /** Beginnings of wanted words. */
  prefixes: readonly string[];
  /** How often the text has a phrase that is wanted or a pair, by its terms with blanks between, where that is not once. */
  times: ReadonlyMap<string, number>;
}

/** How often a query has a phrase. */
export function timesIn({ times }: Pick<SearchQuery, 'times'>, phrase: Phrase): number {
  return times.get(phrase.join(' ')) ?? 1;
}

/**
 * A text of more words is prose, such as an abstract or what somebody tells of a paper: its dashes, capitals and quotation
 * marks mean nothing to a search, and would exclude the very paper.
 */
const MOST_WORDS_WITH_OPERATORS = 20;

/** A phrase between quotation marks of any kind, or a run without blanks and such marks. */
const CLAUSE = /(?<![\p{L}\p{N}])(-?)["“”„]([^"“”„]*)["“”„](?![\p{L}\p{N}])|([^\s"“”„]+)/gu;

interface Clause {
  isExcluded: boolean;
  isQuoted: boolean;
  /** Whether `OR` stands before it. */
  isAlternative: boolean;
  /** Whether `AND` stands before or behind it. */
  isRequired: boolean;
  text: string;
}

/**
 * Reads a query as people type it: words, "phrases", -not, -"not this phrase", NOT this, a OR b, a AND b, prefix*. Any text
 * is a query: what makes no sense as an operator is a word, or nothing.
 *
 * - A word is wanted, not required, so that a question finds papers that lack some of its words.
 * - A phrase is required, and so is a word beside `AND`; with `OR` between them, one of them is.
 * - Words that say nothing count only when there are no others, nor can they be excluded or required.
 * - A quotation mark that no other closes is a sign like any other.
 * - A long text is words alone; what it has between quotation marks counts for standing side by side, as all of it does.
 *
 * @param wishes what is not required although it is written so
 */
export function parseQuery(text: string, wishes: ReadonlySet<string> = new Set()): SearchQuery {
  const written = decodeTex(text);
  if (isProse(written)) return queryOf([written]);
  const query = readOperators(written, wishes);
  // Nothing but operators: words, then.
  return isEmptyQuery(query) && query.excluded.length === 0 ? queryOf([written]) : query;
}

/**
 * A query as somebody is still typing it: its last word stands for all that begin so, if it is a word. An operator, a phrase that is
 * closed, a word that is excluded, one with a blank behind it, a single letter (`a*` means `A*`) and a long text stay as they are.
 */
export function withOpenEnd(text: string): string {
  if (isProse(text) || !/[\p{L}\p{M}\p{N}]$/u.test(text)) return text;
  const last = readClauses(text).at(-1);
  const word = /\S+$/u.exec(text)?.[0] ?? '';
  return !last || last.isExcluded || OPERATORS.has(word) || /^[A-Za-z]$/.test(word) ? text : `${text}*`;
}

function isProse(text: string): boolean {
  return tokenize(text).length > MOST_WORDS_WITH_OPERATORS;
}

/** A query for words alone. */
function queryOf(words: readonly string[], found: Partial<SearchQuery> = {}): SearchQuery {
  const { required = [], excluded = [], prefixes = [] } = found;
  const text = words.join(' ');
  const wanted = wantedOf(text, required.length > 0 || prefixes.length > 0);
  const pairs = pairsOf(text);
  return {
    wanted: distinct(wanted),
    pairs: distinct(pairs),
    required,
    excluded,
    prefixes,
    times: new Map([...timesOf(wanted), ...timesOf(pairs)]),
  };
}

function readOperators(text: string, wishes: ReadonlySet<string>): SearchQuery {
  const required: Required[] = [];
  const excluded: Phrase[] = [];
  const words: string[] = [];
  const prefixes: string[] = [];
  for (const group of groupAlternatives(readClauses(text))) {
    const phrases = group.flatMap(readPhrases);
    const isStrict = group.some(({ isQuoted, isRequired }) => isQuoted || isRequired);
    const written = group.map(writtenOf).join(' OR ');
    const isWish = wishes.has(written);
    if (group[0]?.isExcluded) excluded.push(...phrases);
    else if (isStrict && phrases.length > 0 && !isWish) required.push({ text: written, phrases });
    else if (isWish || group.every(({ isQuoted }) => !isQuoted)) words.push(...group.map(({ text }) => text));
  }
  const plain = words.map((word) => {
    const [, before = '', begun] = BEGINNING.exec(word) ?? [];
    if (begun === undefined || prefixes.length === MOST_PREFIXES || /^[A-Z]$/.test(begun)) return word;
    prefixes.push(foldWord(begun));
    // What may be a name as well: `RRT*`, and `a*` for `A*`.
    return /^[a-z]$|\p{Lu}/u.test(begun) ? word : before;
  });
  return queryOf(plain, { required, excluded, prefixes: prefixes.filter((prefix) => prefix !== '') });
}

/** A word with a star at its end: what stands before its letters, and these. */
const BEGINNING = /^(.*?)([\p{L}\p{M}\p{N}]+)\*+$/su;

/** Whether a query says anything to look for; one that only excludes does not. */
export function isEmptyQuery({ wanted, required, prefixes }: SearchQuery): boolean {
  return wanted.length + required.length + prefixes.length === 0;
}

/** Every term whose presence in a text speaks for it. */
export function termsOf({ wanted, required }: SearchQuery): Set<string> {
  return new Set([...wanted, ...requiredPhrases(required)].flat());
}

/** The terms of the whole text of a query but for those of what it excludes, each as often as it stands there. */
export function termsOfText(text: string, { excluded }: Pick<SearchQuery, 'excluded'>): string[] {
  const unwanted = new Set(excluded.flat());
  return tokenize(decodeTex(text)).flatMap(({ term }) => (unwanted.has(term) ? [] : [term]));
}

/** All phrases of a query, each once. */
export function phrasesOf({ wanted, required, excluded, pairs }: Omit<SearchQuery, 'prefixes' | 'times'>): Phrase[] {
  return distinct([...wanted, ...requiredPhrases(required), ...excluded, ...pairs]);
}

/** The phrases of all that is required. */
export function requiredPhrases(required: readonly Required[]): Phrase[] {
  return required.flatMap(({ phrases }) => phrases);
}

function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let operators = new Set<string>();
  for (const [, minus, phrase, word = ''] of text.matchAll(CLAUSE)) {
    if (OPERATORS.has(word)) {
      operators.add(word);
      continue;
    }
    const isQuoted = phrase !== undefined;
    const canBeStrict = isQuoted || !STOP_WORDS.has(foldWord(word));
    const isExcluded = minus === '-' || /^-\.?[\p{L}\p{N}]/u.test(word) || (operators.has('NOT') && canBeStrict);
    const before = clauses.at(-1);
    const isRequired = operators.has('AND') && before !== undefined;
    if (isRequired && canRequire(before)) before.isRequired = true;
    const clause = {
      isExcluded,
      isQuoted,
      isAlternative: operators.has('OR') && before !== undefined,
      isRequired: false,
      text: phrase ?? word,
    };
    clause.isRequired = isRequired && canRequire(clause);
    clauses.push(clause);
    operators = new Set();
  }
  return clauses;
}

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** Whether a clause can be made strict by `AND`: a word that tells something, and is not the beginning of many. */
function canRequire({ text, isQuoted, isExcluded }: Clause): boolean {
  return (
    isQuoted || !(isExcluded || STOP_WORDS.has(foldWord(text)) || (BEGINNING.test(text) && !/^[A-Z]\*$/.test(text)))
  );
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

function writtenOf({ text, isQuoted }: Clause): string {
  return isQuoted ? `"${text}"` : text;
}

/** A clause as phrases any of which says it: a hyphenated word as one, too. */
function readPhrases({ text, isQuoted }: Clause): Phrase[] {
  const tokens = tokenize(text);
  if (tokens.length === 0) return [];
  const compounds = isQuoted ? [] : compoundsOf(text, tokens).map(({ term }) => [term]);
  return [tokens.map(({ term }) => term), ...compounds];
}

function wantedOf(text: string, canDoWithout: boolean): Phrase[] {
  const tokens = tokenize(text);
  const telling = tokens.filter(({ word }) => !STOP_WORDS.has(word));
  const kept = telling.length > 0 || canDoWithout ? telling : tokens;
  const others = kept.flatMap(({ also }) => (also === null ? [] : [[also]]));
  return [...apartOrInTwos(kept), ...others, ...compoundsOf(text, tokens).map(({ term }) => [term])];
}

function pairsOf(text: string): Phrase[] {
  const tokens = tokenize(text);
  return tokens.slice(1).flatMap((second, index): Phrase[] => {
    const first = tokens[index] as Token;
    const isApart = first.end < second.start && first.term !== second.term;
    return isApart && !STOP_WORDS.has(first.word) && !STOP_WORDS.has(second.word) ? [[first.term, second.term]] : [];
  });
}

/** How often each phrase is there that is there more than once. */
function timesOf(phrases: readonly Phrase[]): [text: string, times: number][] {
  const times = new Map<string, number>();
  for (const phrase of phrases) times.set(phrase.join(' '), (times.get(phrase.join(' ')) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1);
}

/** Phrases, each once. */
export function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()];
}

/**
 * Each token as a phrase of its own; of the characters of a script without blanks each two that follow one another, as
 * where a word begins and ends is not written: what has some of the words is found.
 */
function apartOrInTwos(tokens: readonly Token[]): Phrase[] {
  return tokens.flatMap((token, index): Phrase[] => {
    const { term } = token;
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (next !== undefined && isJoined(token, next)) return [[term, next.term]];
    return before !== undefined && isJoined(before, token) ? [] : [[term]];
  });
}

function isJoined(one: Token, next: Token): boolean {
  return one.end === next.start && isUnspaced(one) && isUnspaced(next);
}
