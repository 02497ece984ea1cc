import type { Bags } from './bags';
import type { Texts } from './texts';

/** What of an abstract a piece of it takes, at least and at most. */
const LEAST_PIECE = 0.2;
const MOST_PIECE = 0.6;
/** Of shorter abstracts, in known stems, a piece says too little. */
const LEAST_ABSTRACT = 8;

/** Whether a text has a title and an abstract that can be told from each other. */
export function isPair({ starts, middles }: Texts, text: number): boolean {
  const middle = middles[text] as number;
  return (starts[text] as number) < middle && (starts[text + 1] as number) - middle >= LEAST_ABSTRACT;
}

/** Puts the title of a pair on one side and its abstract on the other. */
export function addTitle({ all, starts, middles }: Texts, text: number, one: Bags, other: Bags): void {
  const middle = middles[text] as number;
  one.add(all.subarray(starts[text], middle));
  other.add(all.subarray(middle, starts[text + 1]));
}

/** Puts a piece of an abstract on one side, half of the time with the title, and the rest on the other. */
export function addPiece(
  { all, starts, middles }: Texts,
  text: number,
  random: () => number,
  one: Bags,
  other: Bags,
): void {
  const middle = middles[text] as number;
  const end = starts[text + 1] as number;
  const length = Math.round((LEAST_PIECE + (MOST_PIECE - LEAST_PIECE) * random()) * (end - middle));
  const from = middle + Math.floor(random() * (end - middle - length + 1));
  const title = random() < 0.5 ? [all.subarray(starts[text], middle)] : [];
  one.add(...title, all.subarray(from, from + length));
  other.add(all.subarray(middle, from), all.subarray(from + length, end));
}
