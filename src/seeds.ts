import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVocabulary, type Vocabulary } from './extract/topics/vocabulary';

/** The same from `src` and from `dist`: both lie beside `seeds`. */
const FOLDER = join(__dirname, '..', 'seeds');

/** The digest that an empty database starts with. */
export const SHIPPED_DIGEST = join(FOLDER, '2025-03-11.txt');

/** The topics that Offprint knows. */
export function readShippedVocabulary(): Vocabulary {
  const file = join(FOLDER, 'topics.json');
  return parseVocabulary(readFileSync(file, 'utf8'), file);
}
