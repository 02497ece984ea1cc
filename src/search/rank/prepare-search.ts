import { type PaperFilter, paperConditions } from '../../lists/filter/paper-filter';
import type { Db } from '../../store/sql';
import { type Rarity, rarestFirst, readRarity, visitsOf } from '../index/document-frequency';
import { termsWithPrefix } from '../index/words';
import type { SearchType } from '../documents';
import { isEmptyQuery, type Phrase, parseQuery, type SearchQuery } from '../query/parse-query';
import { type Pin, pinsOf, wordsOfAddress } from './pins';
import { BOUNDS, type Bounds } from './top-k/bounds';
import { type ChosenHits, chooseHits } from './top-k/read-top-k';

/** A search, ready to be paged, counted and taken apart. */
export interface Search {
  query: SearchQuery;
  pins: readonly Pin[];
  types: readonly SearchType[];
  filter: PaperFilter;
  /** The wanted phrases, the words that one prefix stands for together. */
  groups: readonly (readonly Phrase[])[];
  rarity: Rarity;
  bounds: Bounds;
  /** Whether it is tried for the second time, as it found nothing and had left something out. */
  isThorough: boolean;
  /** What is listed where not everything can be weighed, worked out once; null where it can. */
  choose: ((db: Db) => Promise<ChosenHits>) | null;
}

/**
 * What a search needs to know before it can read a page: three statements at most, and one for each prefix.
 *
 * @param bounds how much work it may be
 */
export async function prepareSearch(
  db: Db,
  text: string,
  types: readonly SearchType[],
  filter: PaperFilter,
  bounds = BOUNDS,
): Promise<Search> {
  const wanted = paperConditions(filter).length > 0 ? types.filter((type) => type === 'PAPER') : types;
  const parsed = parseQuery(wordsOfAddress(text));
  const nothing: Search = {
    query: parsed,
    pins: [],
    types: wanted,
    filter,
    groups: [],
    rarity: () => 0,
    bounds,
    isThorough: false,
    choose: null,
  };
  if (isEmptyQuery(parsed) || wanted.length === 0) return nothing;
  const continued = await Promise.all(parsed.prefixes.map((prefix) => termsWithPrefix(db, prefix)));
  const rarity = await readRarity(db, {
    ...parsed,
    wanted: [...parsed.wanted, ...continued.flat().map((term) => [term])],
  });
  const words = rarestOf(parsed.wanted, rarity, bounds.words);
  const query = {
    ...parsed,
    wanted: [...words, ...continued.flat().map((term) => [term])],
    pairs: rarestOf(parsed.pairs, rarity, bounds.words),
  };
  const search: Search = {
    ...nothing,
    query,
    pins: await pinsOf(db, text, wanted),
    groups: [
      ...words.map((phrase) => [phrase]),
      ...continued
        .filter((terms) => terms.length > 0)
        .map((terms) => mostFrequent(terms, rarity).slice(0, ofEachPrefix(bounds, continued.length))),
    ],
    rarity,
  };
  return visitsOfQuery(query, rarity) > bounds.visited ? { ...search, choose: onceFor(search) } : search;
}

/** Of too many phrases the rarest of those that something may hold; any one where nothing does. */
function rarestOf(phrases: readonly Phrase[], rarity: Rarity, most: number): readonly Phrase[] {
  if (phrases.length <= most) return phrases;
  const held = phrases.filter((phrase) => rarity(phrase) > 0);
  return held.length > 0 ? rarestFirst(held, rarity).slice(0, most) : phrases.slice(0, 1);
}

/** Two prefixes stand for as many words as there may be, a prefix alone for half of them. */
function ofEachPrefix({ continuations }: Bounds, prefixes: number): number {
  return Math.ceil(continuations / Math.max(2, prefixes));
}

function mostFrequent(terms: readonly string[], rarity: Rarity): Phrase[] {
  return rarestFirst(
    terms.map((term) => [term]),
    rarity,
  ).reverse();
}

/** So many phrases cost as much as one visit more of every document. */
const PHRASES_OF_A_VISIT = 50;

function visitsOfQuery({ wanted, required, excluded, pairs }: SearchQuery, rarity: Rarity): number {
  // A required phrase is looked for once more for the score.
  const phrases = [...wanted, ...required.flat(), ...required.flat(), ...excluded, ...pairs];
  return visitsOf(phrases, rarity) * (1 + phrases.length / PHRASES_OF_A_VISIT);
}

function onceFor(search: Search): (db: Db) => Promise<ChosenHits> {
  let chosen: Promise<ChosenHits> | undefined;
  return (db) => {
    chosen ??= chooseHits(db, search);
    return chosen;
  };
}
