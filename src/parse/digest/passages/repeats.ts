import type { Passage } from './split-passages';

/** Longer texts are no furniture, however often they stand there; in characters. */
const LONGEST = 60;

/**
 * For each passage how often a text like it stands on a page, its digits evened out (`3 authors`, `8 authors`); null for
 * a long one. In a file of several pages, what stands on each of them once is not repeated.
 */
export function countRepeats(passages: readonly Passage[]): (number | null)[] {
  const shapes = passages.map(({ text }) => (text.length > LONGEST ? null : shapeOf(text)));
  const counts = new Map<string, number>();
  for (const shape of shapes) if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const pages = Math.max(1, ...(['banner', 'subscribe', 'byline'] as const).map((kind) => countOf(passages, kind)));
  return shapes.map((shape) => (shape === null ? null : Math.ceil((counts.get(shape) ?? 1) / pages)));
}

function countOf(passages: readonly Passage[], kind: Passage['header']): number {
  return passages.filter(({ header }) => header === kind).length;
}

function shapeOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\p{N}+/gu, '0');
}
