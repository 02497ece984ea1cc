import { type PaperFilter, paperConditions } from '../../lists/filter/paper-filter';
import type { Db } from '../../store/sql';
import type { Weights } from '../../vectors/weights';
import type { SearchType } from '../documents';
import { type Collection, NO_COLLECTION, readCollection } from '../index/collection';
import { type DocFrequency, rarestFirst, readDocFrequency } from '../index/document-frequency';
import { termsWithPrefix } from '../index/words';
import {
  isEmptyQuery,
  type Phrase,
  parseQuery,
  type SearchQuery,
  termsOfText,
  withOpenEnd,
} from '../query/parse-query';
import { pinsOf, wordsOfAddress } from './pins';
import type { Search } from './prepared-search';
import { BOUNDS, type Bounds } from './top-k/bounds';
import { readTopK } from './top-k/read-top-k';
import { unmatchedOf } from './unmatched';
import { weighedPhrases } from './weighed-phrases';

/** How a search is made. */
export interface SearchOptions {
  /** How much work it may be. */
  bounds?: Bounds;
  /** Whether the last word of the query stands for all that begin so. */
  isOpen?: boolean;
  /** What texts are near to each other by; words alone unless given. */
  weights?: Weights | null;
}

/**
 * What a search needs to know before it can read a page: four statements at most, one for each prefix, and some where anything is required.
 */
export async function prepareSearch(
  db: Db,
  text: string,
  types: readonly SearchType[],
  filter: PaperFilter,
  { bounds = BOUNDS, isOpen = false, weights = null }: SearchOptions = {},
): Promise<Search> {
  const wanted = paperConditions(filter).length > 0 ? types.filter((type) => type === 'PAPER') : types;
  const words = wordsOfAddress(text);
  const written = isOpen ? withOpenEnd(words) : words;
  const strict = parseQuery(written);
  const findsNothing = (query: SearchQuery) => isEmptyQuery(query) || wanted.length === 0;
  const nothing: Search = {
    query: strict,
    unmatched: [],
    pins: [],
    weights,
    terms: [],
    types: wanted,
    filter,
    groups: [],
    docFrequency: () => 0,
    collection: NO_COLLECTION,
    bounds,
    isExhaustive: false,
    topK: async () => ({ hits: [], isComplete: true }),
  };
  if (findsNothing(strict)) return nothing;
  const collection = await readCollection(db);
  const unmatched = await unmatchedIn(db, strict, collection);
  const parsed = unmatched.size === 0 ? strict : parseQuery(written, unmatched);
  const described: Search = { ...nothing, query: parsed, unmatched: [...unmatched], collection };
  if (findsNothing(parsed)) return described;
  const continued = await Promise.all(parsed.prefixes.map((prefix) => termsWithPrefix(db, prefix)));
  const docFrequency = await readDocFrequency(db, {
    ...parsed,
    wanted: [...parsed.wanted, ...continued.flat().map((term) => [term])],
  });
  const heaviest = (part: Pick<SearchQuery, 'wanted' | 'pairs'>) =>
    heaviestOf({ ...part, required: [], times: parsed.times }, docFrequency, collection, bounds.phrases);
  const wantedWords = heaviest({ wanted: parsed.wanted, pairs: [] });
  const query = {
    ...parsed,
    wanted: [...wantedWords, ...continued.flat().map((term) => [term])],
    pairs: heaviest({ wanted: [], pairs: parsed.pairs }),
  };
  const search: Search = {
    ...described,
    query,
    pins: await pinsOf(db, text, wanted),
    terms: termsOfText(written, parsed),
    groups: [
      ...wantedWords.map((phrase) => [phrase]),
      ...continued
        .filter((terms) => terms.length > 0)
        .map((terms) => mostFrequent(terms, docFrequency).slice(0, ofEachPrefix(bounds, continued.length))),
    ],
    docFrequency,
  };
  // A prefix that no word has leaves nothing to look for.
  return query.wanted.length + query.required.length === 0 ? described : { ...search, topK: onceFor(search) };
}

async function unmatchedIn(db: Db, { required }: SearchQuery, collection: Collection): Promise<ReadonlySet<string>> {
  if (required.length === 0) return new Set();
  const docFrequency = await readDocFrequency(db, { wanted: [], required, excluded: [], pairs: [] });
  return unmatchedOf(db, required, docFrequency, collection);
}

/** Of too many phrases the heaviest of those that something may hold; any one where nothing does. */
function heaviestOf(
  part: Parameters<typeof weighedPhrases>[0],
  docFrequency: DocFrequency,
  collection: Collection,
  most: number,
): readonly Phrase[] {
  const phrases = [...part.wanted, ...part.pairs];
  if (phrases.length <= most) return phrases;
  const held = weighedPhrases(part, docFrequency, collection).filter(({ phrase }) => docFrequency(phrase) > 0);
  return held.length > 0 ? held.slice(0, most).map(({ phrase }) => phrase) : phrases.slice(0, 1);
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

function onceFor(search: Search): Search['topK'] {
  let chosen: ReturnType<Search['topK']> | undefined;
  return (db) => {
    chosen ??= readTopK(db, search);
    return chosen;
  };
}
