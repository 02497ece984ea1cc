import type { Collection } from '../index/collection';
import type { Lengths } from '../index/postings';

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

/** How much each place in the fields of some documents counts, in the order of the documents. */
export interface PlaceWeights {
  title: Float64Array;
  body: Float64Array;
  more: number;
}

/** In documents as long as papers are on average. */
export function usualWeights(documents: number): PlaceWeights {
  return { title: new Float64Array(documents).fill(TITLE), body: new Float64Array(documents).fill(BODY), more: MORE };
}

/** By the length of their fields. */
export function placeWeights({ title, body }: Lengths, collection: Collection): PlaceWeights {
  const { papers, titleTokens, bodyTokens } = collection;
  return {
    title: weightsOf(title, TITLE, B_OF_TITLE, titleTokens / papers),
    body: weightsOf(body, BODY, B_OF_BODY, bodyTokens / papers),
    more: MORE,
  };
}

/** @param usual how long the field is on average; without papers that have it every length is usual */
function weightsOf(lengths: ArrayLike<number>, weight: number, b: number, usual: number): Float64Array {
  const weights = new Float64Array(lengths.length);
  for (let at = 0; at < weights.length; at += 1) {
    weights[at] = weight / (1 - b + b * (usual > 0 ? (lengths[at] as number) / usual : 1));
  }
  return weights;
}

/** How much of a word's weight a document earns: 0 without it, and never as much as K1 + 1. @param frequency weighted places */
export function saturation(frequency: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1);
}
