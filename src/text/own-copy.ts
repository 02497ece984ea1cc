/** A text by itself: a piece of a text keeps all of it in memory, which those that are remembered for long must not. */
export function ownCopy(piece: string): string {
  return piece.split('').join('');
}
