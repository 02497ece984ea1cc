/** A text in pieces cut at these places, taken modulo its length. */
export async function* inPieces(text: string, cuts: readonly number[] = []): AsyncGenerator<string, void> {
  const places = cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other);
  let from = 0;
  for (const to of [...places, text.length]) {
    yield text.slice(from, to);
    from = to;
  }
}

/** All that is read, and the message of the error that ends the reading, if one does. */
export async function allOf<Read>(reading: AsyncIterable<Read>): Promise<{ all: Read[]; error: string | null }> {
  const all: Read[] = [];
  try {
    for await (const read of reading) all.push(read);
  } catch (error) {
    if ((error as Error).name !== 'DigestSyntaxError') throw error;
    return { all, error: (error as Error).message };
  }
  return { all, error: null };
}
