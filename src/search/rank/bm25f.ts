import type { Collection } from '../index/collection';

/*
 * BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, 3.5 and 3.6. The
 * numbers were chosen on judged collections; `npm run bench -- --parts truth` shows what they do.
 */
/** How soon more of a word in a document adds little. */
const K1 = 1.2;
/** The same of a word in the query: it counts twice when it stands there twice, nearly. */
const K3 = 8;
/** How much each place in a field counts; a compound and an author for half, as what they stand for mostly counts too. */
const TITLE = 2;
const BODY = 1;
const MORE = 0.5;
/** How far a place counts for less in a field that is longer than others, from 0 to 1. */
const B_OF_TITLE = 0.6;
const B_OF_BODY = 0.75;

/** How much a word tells, by how few of all documents hold it; above 0. */
export function idfOf(docs: number, { entries }: Pick<Collection, 'entries'>): number {
  return Math.log(1 + (Math.max(0, entries - docs) + 0.5) / (docs + 0.5));
}

/** How much a word counts that a query has so many times: 1 for once. */
export function weightInQuery(times: number): number {
  return (times * (K3 + 1)) / (times + K3);
}

/** How much the places in each field of a document count. */
export interface PlaceWeights {
  title: number;
  body: number;
  more: number;
}

/** In a document as long as papers are on average. */
export const USUAL_WEIGHTS: PlaceWeights = { title: TITLE, body: BODY, more: MORE };

/**
 * By the length of its fields.
 *
 * @param title how many tokens the title has
 * @param body how many tokens the body has
 */
export function placeWeights(title: number, body: number, collection: Collection): PlaceWeights {
  const { papers, titleTokens, bodyTokens } = collection;
  return {
    title: TITLE / (1 - B_OF_TITLE + B_OF_TITLE * relative(title, titleTokens, papers)),
    body: BODY / (1 - B_OF_BODY + B_OF_BODY * relative(body, bodyTokens, papers)),
    more: MORE,
  };
}

/** A length with that of papers on average as 1; 1 where there are none to compare with. */
function relative(length: number, tokens: number, papers: number): number {
  return tokens === 0 ? 1 : (length * papers) / tokens;
}

/** How much of a word's weight a document earns: 0 without it, and never as much as K1 + 1. @param frequency weighted places */
export function saturation(frequency: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1);
}
