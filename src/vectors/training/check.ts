import { cosine, encode } from '../encode';
import type { Weights } from '../weights';

/** A title and its abstract, by stems, that were kept from the training. */
export interface HeldOut {
  title: readonly string[];
  abstract: readonly string[];
}

/** How often a text finds its own among those of all that were held out. */
export interface Finding {
  /** The share of texts whose own is nearest, … */
  first: number;
  /** … and of those whose own is one of the nearest ten. */
  amongTen: number;
  /** The mean of `1 / place` (mean reciprocal rank). */
  mrr: number;
}

/** What was found by the words alone, by the vectors alone, and by both as they are used together. */
export interface Check {
  words: Finding;
  vectors: Finding;
  both: Finding;
}

/** What a cosine of vectors is worth beside one of words. */
const BESIDE_WORDS = 0.5;

/** How titles find their abstracts. */
export function checkTitles(weights: Weights, heldOut: readonly HeldOut[]): Check {
  return check(
    weights,
    heldOut.map(({ title, abstract }) => [title, abstract]),
  );
}

/** How the first half of an abstract finds the second: fewer words are the same. */
export function checkHalves(weights: Weights, heldOut: readonly HeldOut[]): Check {
  return check(
    weights,
    heldOut.map(({ abstract }) => {
      const middle = Math.ceil(abstract.length / 2);
      return [abstract.slice(0, middle), abstract.slice(middle)];
    }),
  );
}

type Pair = readonly [text: readonly string[], own: readonly string[]];

function check(weights: Weights, pairs: readonly Pair[]): Check {
  const others = pairs.map(([, own]) => ({ words: weighed(weights, own), vector: encode(weights, own) }));
  const places = pairs.map(([text], own) => {
    const words = weighed(weights, text);
    const vector = encode(weights, text);
    const byWords = others.map((other) => product(words, other.words));
    const byVectors = others.map((other) => (vector && other.vector ? cosine(vector.bytes, other.vector.bytes) : 0));
    const byBoth = byWords.map((score, at) => score + BESIDE_WORDS * (byVectors[at] as number));
    return { words: placeOf(own, byWords), vectors: placeOf(own, byVectors), both: placeOf(own, byBoth) };
  });
  return {
    words: findingOf(places.map(({ words }) => words)),
    vectors: findingOf(places.map(({ vectors }) => vectors)),
    both: findingOf(places.map(({ both }) => both)),
  };
}

/** Which place a text has among all, from 1 on; of equal ones half are taken to stand before. */
function placeOf(own: number, scores: readonly number[]): number {
  const score = scores[own] as number;
  let before = 0;
  let equal = -1;
  for (const other of scores) {
    if (other > score) before += 1;
    if (other === score) equal += 1;
  }
  return 1 + before + equal / 2;
}

function findingOf(places: readonly number[]): Finding {
  const mean = (value: (place: number) => number) =>
    places.reduce((sum, place) => sum + value(place), 0) / places.length;
  return {
    first: mean((place) => (place <= 1 ? 1 : 0)),
    amongTen: mean((place) => (place <= 10 ? 1 : 0)),
    mrr: mean((place) => 1 / place),
  };
}

/** `√count · idf` of each stem, one long: what a text is before anything was learned. */
function weighed({ rowOf, idf, common, mostIdf }: Weights, stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) if (!common.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  let square = 0;
  for (const [stem, count] of counts) {
    const row = rowOf.get(stem);
    const weight = Math.sqrt(count) * (row === undefined ? mostIdf : (idf[row] as number));
    counts.set(stem, weight);
    square += weight * weight;
  }
  for (const [stem, weight] of counts) counts.set(stem, weight / Math.sqrt(square));
  return counts;
}

function product(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0);
  return sum;
}
