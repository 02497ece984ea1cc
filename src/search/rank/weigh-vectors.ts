import type { Db } from '../../store/sql';
import { cosine, encode } from '../../vectors/encode';
import { readVectors } from '../../vectors/stored-vectors';
import type { Weights } from '../../vectors/weights';
import { rangeOf } from '../documents';
import { bestFirst, rounded } from './score-docs';
import type { ScoredDoc } from './scored-doc';

/** Documents of which the papers are looked at once more, the best by their words: 70 KB of vectors. */
const MOST_WEIGHED = 200;

/** What the nearest text gains, as a share of the best score, where the vectors know all words of the query. */
const VECTOR_WEIGHT = 0.5;

/**
 * Raises the best papers of a list by how near their texts are to that of the query: by 0.5 · coverage⁴ · cosine · the best
 * score. Coverage is the share of the query's words that the vectors know: a query of names that they do not know is left to
 * its words.
 *
 * @param hits best first; those behind the papers that are looked at stay behind them
 * @param terms of the query, each as often as it stands there
 */
export async function weighVectors(
  db: Db,
  weights: Weights,
  hits: readonly ScoredDoc[],
  terms: readonly string[],
): Promise<ScoredDoc[]> {
  const asked = encode(weights, terms);
  const [best] = hits;
  if (asked === null || best === undefined) return [...hits];
  const first = hits.slice(0, MOST_WEIGHED);
  const papers = first.map(({ doc }) => doc).filter((doc) => doc < rangeOf('PAPER').to);
  const vectors = await readVectors(db, papers);
  const most = VECTOR_WEIGHT * asked.coverage ** 4 * best.score;
  const weighed = first.map((hit) => {
    const vector = vectors.get(hit.doc);
    if (!vector) return hit;
    const vectorScore = rounded(most * Math.max(0, cosine(asked.bytes, vector.bytes)));
    return { ...hit, vectorScore, score: rounded(hit.wordScore + vectorScore) };
  });
  return [...weighed.sort(bestFirst), ...hits.slice(MOST_WEIGHED)];
}
