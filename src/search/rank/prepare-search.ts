import { type PaperFilter, paperConditions } from '../../lists/filter/paper-filter';
import type { Db } from '../../store/sql';
import type { SearchType } from '../documents';
import { type DocFrequency, postingsOf, rarestFirst, readDocFrequency } from '../index/document-frequency';
import { termsWithPrefix } from '../index/words';
import {
  isEmptyQuery,
  type Phrase,
  parseQuery,
  requiredPhrases,
  type SearchQuery,
  withOpenEnd,
} from '../query/parse-query';
import { pinsOf, wordsOfAddress } from './pins';
import type { Search, TopK } from './prepared-search';
import { BOUNDS, type Bounds } from './top-k/bounds';
import { readTopK } from './top-k/read-top-k';
import { unmatchedOf } from './unmatched';

/**
 * What a search needs to know before it can read a page: three statements at most, one for each prefix, and some where anything is required.
 *
 * @param bounds how much work it may be
 * @param isOpen whether the last word of the query stands for all that begin so
 */
export async function prepareSearch(
  db: Db,
  text: string,
  types: readonly SearchType[],
  filter: PaperFilter,
  bounds = BOUNDS,
  isOpen = false,
): Promise<Search> {
  const wanted = paperConditions(filter).length > 0 ? types.filter((type) => type === 'PAPER') : types;
  const words = wordsOfAddress(text);
  const written = isOpen ? withOpenEnd(words) : words;
  const strict = parseQuery(written);
  const unmatched = await unmatchedIn(db, strict);
  const parsed = unmatched.size === 0 ? strict : parseQuery(written, unmatched);
  const nothing: Search = {
    query: parsed,
    unmatched: [...unmatched],
    pins: [],
    types: wanted,
    filter,
    groups: [],
    docFrequency: () => 0,
    bounds,
    isExhaustive: false,
    topK: null,
  };
  if (isEmptyQuery(parsed) || wanted.length === 0) return nothing;
  const continued = await Promise.all(parsed.prefixes.map((prefix) => termsWithPrefix(db, prefix)));
  const docFrequency = await readDocFrequency(db, {
    ...parsed,
    wanted: [...parsed.wanted, ...continued.flat().map((term) => [term])],
  });
  const wantedWords = rarestOf(parsed.wanted, docFrequency, bounds.words);
  const query = {
    ...parsed,
    wanted: [...wantedWords, ...continued.flat().map((term) => [term])],
    pairs: rarestOf(parsed.pairs, docFrequency, bounds.words),
  };
  const search: Search = {
    ...nothing,
    query,
    pins: await pinsOf(db, text, wanted),
    groups: [
      ...wantedWords.map((phrase) => [phrase]),
      ...continued
        .filter((terms) => terms.length > 0)
        .map((terms) => mostFrequent(terms, docFrequency).slice(0, ofEachPrefix(bounds, continued.length))),
    ],
    docFrequency,
  };
  return visitsOfQuery(query, docFrequency) > bounds.visited ? { ...search, topK: onceFor(search) } : search;
}

async function unmatchedIn(db: Db, { required }: SearchQuery): Promise<ReadonlySet<string>> {
  if (required.length === 0) return new Set();
  const docFrequency = await readDocFrequency(db, { wanted: [], required, excluded: [], pairs: [] });
  return unmatchedOf(db, required, docFrequency);
}

/** Of too many phrases the rarest of those that something may hold; any one where nothing does. */
function rarestOf(phrases: readonly Phrase[], docFrequency: DocFrequency, most: number): readonly Phrase[] {
  if (phrases.length <= most) return phrases;
  const held = phrases.filter((phrase) => docFrequency(phrase) > 0);
  return held.length > 0 ? rarestFirst(held, docFrequency).slice(0, most) : phrases.slice(0, 1);
}

/** Two prefixes stand for as many words as there may be, a prefix alone for half of them. */
function ofEachPrefix({ continuations }: Bounds, prefixes: number): number {
  return Math.ceil(continuations / Math.max(2, prefixes));
}

function mostFrequent(terms: readonly string[], docFrequency: DocFrequency): Phrase[] {
  return rarestFirst(
    terms.map((term) => [term]),
    docFrequency,
  ).reverse();
}

/** So many phrases cost as much as one visit more of every document. */
const PHRASES_OF_A_VISIT = 50;

function visitsOfQuery({ wanted, required, excluded, pairs }: SearchQuery, docFrequency: DocFrequency): number {
  // A required phrase is looked for once more for the score.
  const phrases = [...wanted, ...requiredPhrases(required), ...requiredPhrases(required), ...excluded, ...pairs];
  return postingsOf(phrases, docFrequency) * (1 + phrases.length / PHRASES_OF_A_VISIT);
}

function onceFor(search: Search): (db: Db) => Promise<TopK> {
  let chosen: Promise<TopK> | undefined;
  return (db) => {
    chosen ??= readTopK(db, search);
    return chosen;
  };
}
