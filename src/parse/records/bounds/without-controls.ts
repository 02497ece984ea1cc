/** Control characters belong to no text; tabs, line breaks and the like do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]+/g;

/** A text without control characters, in pieces as it comes. */
export async function* withoutControls(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of text) yield piece.replace(CONTROLS, '');
}
