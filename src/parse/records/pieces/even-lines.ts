/** The pieces of a text with each line break (CRLF, CR) as one `\n`, and without the byte order mark, wherever they are cut. */
export async function* evenLines(text: AsyncIterable<string>): AsyncIterable<string> {
  let isFirst = true;
  let hasReturn = false;
  for await (const piece of text) {
    if (piece === '') continue;
    let even = isFirst ? piece.replace(/^\uFEFF/, '') : piece;
    isFirst = false;
    // A return at the end of the last piece was handed on as a line break.
    if (hasReturn && even.startsWith('\n')) even = even.slice(1);
    hasReturn = piece.endsWith('\r');
    yield even.includes('\r') ? even.replace(/\r\n?/g, '\n') : even;
  }
}
