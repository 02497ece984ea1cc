/** What JSON escapes in a string: controls, quotes, backslashes, and surrogates that may stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const ESCAPED = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON. Most need no escapes, and to look for them is quicker than to call JSON.stringify. */
export function quote(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
