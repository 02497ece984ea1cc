/** A longer answer is sent in pieces, in characters: to make bytes of it all at once would keep everybody else waiting. */
export const LONG_ANSWER = 1_000_000;

/** Characters of a piece: a fraction of a millisecond. */
const PIECE = 64_000;

/** The bytes of a text, piece by piece as they are asked for. */
export function* inPieces(text: string): Generator<Buffer, void> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    // No piece ends within a letter of two UTF-16 units.
    if (end < text.length && isFirstHalf(text.charCodeAt(end - 1))) end += 1;
    yield Buffer.from(text.slice(start, end));
    start = end;
  }
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
