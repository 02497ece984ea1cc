/** A text by itself: a piece of a text keeps all of it in memory, which those that are remembered for long must not. */
export function ownCopy(piece: string): string {
  // To take a long one apart and join it takes five times as long.
  return JSON.parse(JSON.stringify(piece)) as string;
}
