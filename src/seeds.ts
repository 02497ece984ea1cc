import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVocabulary, type Vocabulary } from './extract/topics/vocabulary';
import { WeightsFile } from './vectors/weights-file';

/** The same from `src` and from `dist`: both lie beside `seeds`. */
const FOLDER = join(__dirname, '..', 'seeds');

/** The digest that an empty database starts with. */
export const SHIPPED_DIGEST = join(FOLDER, '2025-03-11.txt');

/** The topics that Offprint knows. */
export function readShippedVocabulary(): Vocabulary {
  const file = join(FOLDER, 'topics.json');
  return parseVocabulary(readFileSync(file, 'utf8'), file);
}

let shipped: WeightsFile | undefined;

/** The weights by which texts have vectors unless others are named: one for all, since they are read when they are first needed. */
export function shippedWeights(): WeightsFile {
  shipped ??= new WeightsFile(join(FOLDER, 'vectors'));
  return shipped;
}

/** The weights that the setting VECTORS names; null when it turns vectors off. */
export function weightsOf(setting: string): WeightsFile | null {
  if (setting === 'off') return null;
  return setting === 'shipped' ? shippedWeights() : new WeightsFile(setting);
}
