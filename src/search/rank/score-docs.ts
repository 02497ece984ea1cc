import { letOthersRun } from '../../store/reading/let-others-run';
import type { Db } from '../../store/sql';
import { rangeOf } from '../documents';
import { type PlaceWeights, saturation } from './bm25f';
import type { PostingsOf } from './matching-docs';
import type { ScoredDoc } from './scored-doc';
import type { WeighedPhrase } from './weighed-phrases';
import { OTHER_WEIGHT } from './weights';

/** Postings that take some milliseconds. */
const MANY = 10_000;

/**
 * Scores documents by the postings of phrases: the sum of the weight of each phrase times the share of it that the document
 * earns by BM25F, times 0.6 for what is no paper.
 *
 * @param docs in ascending order
 * @param of how much places in them count
 * @returns best first
 */
export async function scoreDocs(
  db: Db,
  docs: readonly number[],
  phrases: readonly WeighedPhrase[],
  postingsOf: PostingsOf,
  of: PlaceWeights,
): Promise<ScoredDoc[]> {
  const scores = new Float64Array(docs.length);
  let read = 0;
  for (const { phrase, weight } of phrases) {
    const { docs: holders, title, body, more } = postingsOf(phrase);
    let at = 0;
    for (let index = 0; index < holders.length && at < docs.length; index += 1) {
      const holder = holders[index] as number;
      while (at < docs.length && (docs[at] as number) < holder) at += 1;
      if (docs[at] !== holder) continue;
      const frequency =
        (of.title[at] as number) * (title[index] as number) +
        (of.body[at] as number) * (body[index] as number) +
        of.more * (more[index] as number);
      scores[at] = (scores[at] as number) + weight * saturation(frequency);
    }
    read += holders.length;
    if (read < MANY) continue;
    read = 0;
    await letOthersRun(db);
  }
  const { to } = rangeOf('PAPER');
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = rounded((scores[at] as number) * ((docs[at] as number) < to ? 1 : OTHER_WEIGHT));
  }
  return inOrder(docs, scores);
}

/**
 * Best first. Scores alone are put in order, which takes a tenth of what documents with their scores take; where each belongs is
 * looked up.
 */
function inOrder(docs: readonly number[], scores: Float64Array): ScoredDoc[] {
  const ascending = Float64Array.from(scores).sort();
  const placed = new Uint32Array(docs.length);
  const ordered = new Array<ScoredDoc>(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const score = scores[at] as number;
    const first = docs.length - countUpTo(ascending, score);
    const before = placed[first] as number;
    placed[first] = before + 1;
    ordered[first + before] = { doc: docs[at] as number, score, wordScore: score, vectorScore: 0 };
  }
  return ordered;
}

/** How many numbers of a list in ascending order are at most so great. */
function countUpTo(ascending: Float64Array, most: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** To six decimals, as scores are shown. */
export function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** Best first, equal ones by their ids. */
export function bestFirst(one: ScoredDoc, other: ScoredDoc): number {
  return other.score - one.score || one.doc - other.doc;
}
