import { oneLine } from './plain';
import type { Stated } from './record';
import { stated } from './stated';

/** More keywords than this are none but a text. */
const MOST = 500;

/** What parts keywords beside semicolons, line breaks and bars: commas, commas where there is none of these, or nothing. */
export type Commas = 'PART_TOO' | 'PART_ALONE' | 'ARE_TEXT';

/** The words in a field of keywords, each once, as written. */
export function statedKeywords(field: string, text: string, commas: Commas): Stated<string>[] {
  const parts = text.split(/[;；|\n]/);
  const isParted = commas === 'PART_TOO' || (commas === 'PART_ALONE' && parts.length === 1);
  const words = isParted ? parts.flatMap(commaParts) : parts;
  const distinct = new Map<string, string>();
  for (const word of words.map(oneLine)) {
    const key = word.toLowerCase();
    if (/[\p{L}\p{N}?]/u.test(word) && !distinct.has(key)) distinct.set(key, word);
  }
  return [...distinct.values()].slice(0, MOST).map((word) => stated(field, word, word));
}

/** Parts between commas outside brackets: `stress (heat, cold), growth` are two. */
function commaParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
