import { letOthersRun } from '../../../store/reading/let-others-run';
import type { Db } from '../../../store/sql';
import { rangeOf } from '../../documents';
import { readCollection } from '../../index/collection';
import { rarestFirst } from '../../index/document-frequency';
import type { TermFrequencies } from '../../index/search-index';
import { searchIndexOf } from '../../index/search-index-of';
import { type Phrase, requiredPhrases, type SearchQuery } from '../../query/parse-query';
import { idfOf, saturation } from '../bm25';
import type { Search } from '../prepared-search';
import type { ScoredDoc } from '../scored-doc';
import { weighedPhrases } from '../weighed-phrases';
import { OTHER_WEIGHT } from '../weights';
import type { Candidates } from './candidates';

/** Documents read at a time: keeps statements short. */
const DOCS_AT_A_TIME = 250;

/** Words that are not yet in the scores of the candidates. */
export type Uncounted = Pick<SearchQuery, 'wanted' | 'required' | 'pairs'>;

/** The candidates that match, with the scores of all words and of what the query names, best first. */
export async function scoreCandidates(
  db: Db,
  search: Search,
  candidates: Candidates,
  uncounted: Uncounted,
): Promise<ScoredDoc[]> {
  const { docFrequency, bounds, pins, query } = search;
  const collection = await readCollection(db);
  const weighed = weighedPhrases(uncounted);
  const known = new Map(weighed.map((one) => [one.phrase.join(' '), one]));
  const counted = rarestFirst(
    weighed.map(({ phrase }) => phrase),
    docFrequency,
  )
    .slice(0, bounds.phrases)
    .map((phrase) => {
      const { word, pair } = known.get(phrase.join(' ')) as (typeof weighed)[number];
      return { phrase, weight: (word + pair) * idfOf(docFrequency(phrase), collection) };
    });
  const phrases = [
    ...counted.map(({ phrase }) => phrase),
    ...(candidates.unread.size > 0 ? [...uncounted.wanted, ...requiredPhrases(query.required), ...query.excluded] : []),
  ];
  const matches = matcherOf({ ...query, wanted: uncounted.wanted }, phrases);
  const scores = new Map(candidates.scores);
  for (const doc of candidates.unread) scores.delete(doc);
  for await (const read of readAll(db, [...candidates.scores.keys()], phrases)) {
    const { doc, length, frequencies } = read;
    if (candidates.unread.has(doc) && !matches(frequencies)) continue;
    const score = counted.reduce(
      (sum, { weight }, place) => sum + weight * saturation(frequencies[place] as number, length, collection),
      0,
    );
    scores.set(doc, (scores.get(doc) ?? 0) + score * (doc < rangeOf('PAPER').to ? 1 : OTHER_WEIGHT));
  }
  for (const { doc, boost } of pins) {
    if (candidates.scores.has(doc)) scores.set(doc, (scores.get(doc) ?? 0) + boost);
  }
  return [...scores]
    .map(([doc, score]) => ({ doc, score: Math.round(score * 1e6) / 1e6 }))
    .sort((one, other) => other.score - one.score || one.doc - other.doc);
}

/** Reads frequencies in the order of the documents, some at a time. */
async function* readAll(db: Db, docs: readonly number[], phrases: readonly Phrase[]): AsyncGenerator<TermFrequencies> {
  if (phrases.length === 0) return;
  const inOrder = [...docs].sort((one, other) => one - other);
  for (let start = 0; start < inOrder.length; start += DOCS_AT_A_TIME) {
    yield* await searchIndexOf(db).readFrequencies(db, inOrder.slice(start, start + DOCS_AT_A_TIME), phrases);
    await letOthersRun(db);
  }
}

/** Tells by the frequencies of phrases, in their order, whether a document matches. */
function matcherOf(
  { wanted, required, excluded }: Pick<SearchQuery, 'wanted' | 'required' | 'excluded'>,
  phrases: readonly Phrase[],
): (frequencies: readonly number[]) => boolean {
  const places = new Map(phrases.map((phrase, place) => [phrase.join(' '), place]));
  const placesOf = (some: readonly Phrase[]) => some.map((phrase) => places.get(phrase.join(' ')) as number);
  const needed = (required.length > 0 ? required.map(({ phrases }) => phrases) : [wanted]).map(placesOf);
  const unwanted = placesOf(excluded);
  return (frequencies) => {
    const has = (place: number) => (frequencies[place] as number) > 0;
    return needed.every((alternatives) => alternatives.some(has)) && !unwanted.some(has);
  };
}
