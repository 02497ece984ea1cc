import { letOthersRun } from '../store/reading/let-others-run';
import type { Db } from '../store/sql';
import { cosine } from '../vectors/encode';
import { type Pair, pairKey } from './pairs';
import { readTexts } from './read-shared';

/** A term of a paper, and one of another paper that says much the same in other words. */
export interface NearTerms {
  /** As the first paper prints it. */
  term: string;
  /** As the other prints it. */
  otherTerm: string;
  /** The cosine of their vectors, from `LEAST_NEAR` to 1. */
  similarity: number;
}

/** Terms further apart than this have little more in common than being of one field. */
export const LEAST_NEAR = 0.25;

/** Most pairs of terms that are told of two papers. */
export const MOST_NEAR = 5;

/** Pairs of papers gone through before others have their turn: less than ten milliseconds. */
const PAIRS_AT_A_TIME = 10;

/** Gives the direction of a text, and null for one with words that are not known. */
export type VectorOf = (text: string) => Int8Array | null;

/** A term of one paper alone. */
interface Own {
  text: string;
  /** Its stems. */
  words: readonly string[];
  vector: Int8Array;
}

/**
 * The terms by which both papers of each pair say much the same in other words, the nearest first: each term of one of them
 * alone with the nearest of the other alone, no term twice. Terms with a word in common are left out, for that is shared.
 */
export async function readNearTerms(
  db: Db,
  vectorOf: VectorOf,
  pairs: readonly Pair[],
): Promise<Map<string, NearTerms[]>> {
  const texts = await readTexts(db, [...new Set(pairs.flat())]);
  const termsOf = new Map<number, Own[]>();
  const near = new Map<string, NearTerms[]>();
  for (const [at, pair] of pairs.entries()) {
    if (at > 0 && at % PAIRS_AT_A_TIME === 0) await letOthersRun(db);
    const [one, two] = pair.map((paper) => {
      let terms = termsOf.get(paper);
      if (!terms) {
        terms = termsWithVectors(texts.get(paper) ?? {}, vectorOf);
        termsOf.set(paper, terms);
      }
      return terms;
    }) as [Own[], Own[]];
    near.set(pairKey(pair), nearest(one, two));
  }
  return near;
}

function termsWithVectors(texts: Readonly<Record<string, string>>, vectorOf: VectorOf): Own[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const vector = vectorOf(text);
    return vector ? [{ text, words: key.split(' '), vector }] : [];
  });
}

function nearest(one: readonly Own[], two: readonly Own[]): NearTerms[] {
  const [apart, otherApart] = [without(one, two), without(two, one)];
  const near = apart
    .flatMap((term) => otherApart.map((other) => ({ term, other, similarity: cosine(term.vector, other.vector) })))
    .filter(({ similarity }) => similarity >= LEAST_NEAR)
    .sort((a, b) => b.similarity - a.similarity);
  const told = new Set<Own>();
  const found: NearTerms[] = [];
  for (const { term, other, similarity } of near) {
    if (told.has(term) || told.has(other)) continue;
    told.add(term).add(other);
    found.push({ term: term.text, otherTerm: other.text, similarity });
    if (found.length === MOST_NEAR) break;
  }
  return found;
}

/** The terms of which no word stands in a term of the other paper. */
function without(terms: readonly Own[], others: readonly Own[]): Own[] {
  const words = new Set(others.flatMap(({ words }) => words));
  return terms.filter((term) => !term.words.some((word) => words.has(word)));
}
