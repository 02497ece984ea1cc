import { evenLines } from './even-lines';

/** More of a line is not kept, in UTF-16 units. */
const LONGEST = 4_000_000;

/** The lines of a text that comes in pieces cut anywhere, without their breaks. */
export async function* linesOf(text: AsyncIterable<string>): AsyncIterable<string> {
  let begun = '';
  for await (const piece of evenLines(text)) {
    const [first = '', ...others] = piece.split('\n');
    if (begun.length <= LONGEST) begun += first;
    for (const line of others) {
      yield begun;
      begun = line;
    }
  }
  if (begun !== '') yield begun;
}
