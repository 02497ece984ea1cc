/** A text in pieces of a length, in UTF-16 units, as a file comes. */
export async function* piecesOf(text: string, length = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += Math.max(1, length)) yield text.slice(at, at + Math.max(1, length));
}

/** All that a reader gives, and the message it ends with if it throws. */
export async function allOf<Read>(reading: AsyncIterable<Read>): Promise<(Read | string)[]> {
  const all: (Read | string)[] = [];
  try {
    for await (const read of reading) all.push(read);
  } catch (error) {
    all.push((error as Error).message);
  }
  return all;
}
