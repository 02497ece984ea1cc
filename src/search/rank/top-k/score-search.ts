import { letOthersRun } from '../../../store/reading/let-others-run';
import type { Db } from '../../../store/sql';
import { rangeOf, type SearchType } from '../../documents';
import { noPostings, type Postings } from '../../index/postings';
import { searchIndexOf } from '../../index/search-index-of';
import { type Phrase, phrasesOf, type SearchQuery } from '../../query/parse-query';
import { placeWeights, usualWeights } from '../bm25f';
import { matchingDocs, type PostingsOf } from '../matching-docs';
import type { Search } from '../prepared-search';
import { bestFirst, scoreDocs } from '../score-docs';
import type { ScoredDoc } from '../scored-doc';
import { weighedPhrases } from '../weighed-phrases';
import { docsThatPass } from './docs-that-pass';

const ALL_TYPES = 3;

/** Documents read at a time: keeps statements short. */
const DOCS_AT_A_TIME = 250;

/** All that a search finds, with the scores of all its words, best first. */
export async function scoreAll(db: Db, search: Search): Promise<ScoredDoc[]> {
  const { docs, postingsOf } = await findMatches(db, search, search.query);
  const passing = await docsThatPass(db, search.filter, docs);
  return scoreExactly(db, search, search.query, passing, postingsOf);
}

/**
 * What matches some words of a search, those that fit these best first, as if all documents were equally long: to choose
 * among many, before they are scored.
 */
export async function chooseByWords(db: Db, search: Search, words: SearchQuery): Promise<ScoredDoc[]> {
  const { docs, postingsOf } = await findMatches(db, search, words);
  const phrases = weighedPhrases(words, search.docFrequency, search.collection);
  return scoreDocs(db, docs, phrases, postingsOf, usualWeights(docs.length));
}

/** Those of some documents that a search finds, with the scores of all words that count, best first. */
export async function scoreWithin(db: Db, search: Search, docs: readonly number[]): Promise<ScoredDoc[]> {
  const words = { ...search.query, wanted: search.groups.flat() };
  const phrases = phrasesOf(words);
  const hits: ScoredDoc[] = [];
  // In the order of the documents: those that lie side by side are read together.
  const inOrder = [...docs].sort((one, other) => one - other);
  for (let start = 0; start < inOrder.length; start += DOCS_AT_A_TIME) {
    const part = inOrder.slice(start, start + DOCS_AT_A_TIME);
    const postingsOf = byPhrase(phrases, await searchIndexOf(db).readPostingsWithin(db, part, phrases));
    hits.push(...(await scoreExactly(db, search, words, matchingDocs(words, postingsOf), postingsOf)));
    await letOthersRun(db);
  }
  return hits.sort(bestFirst);
}

async function findMatches(
  db: Db,
  { types }: Search,
  words: SearchQuery,
): Promise<{ docs: readonly number[]; postingsOf: PostingsOf }> {
  const phrases = phrasesOf(words);
  const postingsOf = byPhrase(phrases, await searchIndexOf(db).readPostings(db, phrases));
  return { docs: ofTypes(matchingDocs(words, postingsOf), types), postingsOf };
}

async function scoreExactly(
  db: Db,
  { docFrequency, collection }: Search,
  words: SearchQuery,
  docs: readonly number[],
  postingsOf: PostingsOf,
): Promise<ScoredDoc[]> {
  const lengths = await searchIndexOf(db).readLengths(db, docs);
  const phrases = weighedPhrases(words, docFrequency, collection);
  return scoreDocs(db, docs, phrases, postingsOf, placeWeights(lengths, collection));
}

function byPhrase(phrases: readonly Phrase[], postings: readonly Postings[]): PostingsOf {
  const known = new Map(phrases.map((phrase, place) => [phrase.join(' '), postings[place] as Postings]));
  return (phrase) => known.get(phrase.join(' ')) ?? noPostings();
}

function ofTypes(docs: readonly number[], types: readonly SearchType[]): readonly number[] {
  if (types.length === ALL_TYPES) return docs;
  const ranges = types.map(rangeOf);
  return docs.filter((doc) => ranges.some(({ from, to }) => doc >= from && doc < to));
}
