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
 * @param weightsAt how much places count in the document at an index of `docs`
 * @returns best first
 */
export async function scoreDocs(
  db: Db,
  docs: readonly number[],
  phrases: readonly WeighedPhrase[],
  postingsOf: PostingsOf,
  weightsAt: (at: number) => PlaceWeights,
): Promise<ScoredDoc[]> {
  const places = new Map<number, number>();
  for (const [at, doc] of docs.entries()) places.set(doc, at);
  const sums = new Float64Array(docs.length);
  let read = 0;
  for (const { phrase, weight } of phrases) {
    const { docs: holders, title, body, more } = postingsOf(phrase);
    for (let index = 0; index < holders.length; index += 1) {
      const at = places.get(holders[index] as number);
      if (at === undefined) continue;
      const of = weightsAt(at);
      const frequency =
        of.title * (title[index] as number) + of.body * (body[index] as number) + of.more * (more[index] as number);
      sums[at] = (sums[at] as number) + weight * saturation(frequency);
    }
    read += holders.length;
    if (read < MANY) continue;
    read = 0;
    await letOthersRun(db);
  }
  const papers = rangeOf('PAPER');
  return docs
    .map((doc, at) => ({ doc, score: rounded((sums[at] as number) * (doc < papers.to ? 1 : OTHER_WEIGHT)) }))
    .sort(bestFirst);
}

/** To six decimals, as scores are shown. */
export function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** Best first, equal ones by their ids. */
export function bestFirst(one: ScoredDoc, other: ScoredDoc): number {
  return other.score - one.score || one.doc - other.doc;
}
