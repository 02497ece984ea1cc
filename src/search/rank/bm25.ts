import type { Collection } from '../index/collection';

/** Constants of BM25, as FTS5 has them. */
export const K1 = 1.2;
export const B = 0.75;

/** What a word in more than half of all documents still counts. */
export const LEAST_IDF = 1e-6;

/**
 * How much a word counts, by how few documents hold it.
 *
 * @see https://sqlite.org/fts5.html#the_bm25_function
 */
export function idfOf(docs: number, { entries }: Collection): number {
  return Math.max(Math.log((entries - docs + 0.5) / (docs + 0.5)), LEAST_IDF);
}

/**
 * How much of a word's weight a document earns: 0 without it, and never more than K1 + 1 however often it stands there.
 *
 * @param frequency occurrences of the word, weighted by field
 * @param length tokens of the document
 */
export function saturation(frequency: number, length: number, { entries, tokens }: Collection): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length * entries) / tokens));
}
