import type { VectorOf } from '../related/near-terms';
import { tokenize } from '../search/text/tokenize';
import { encode } from '../vectors/encode';
import type { WeightsFile } from '../vectors/weights-file';

/** The direction of a text by weights; null when they do not know all of its words. */
export function directionsBy(weights: WeightsFile): VectorOf {
  const read = weights.read();
  return (text) => {
    const vector = encode(
      read,
      tokenize(text).map(({ term }) => term),
    );
    return vector?.coverage === 1 ? vector.bytes : null;
  };
}
