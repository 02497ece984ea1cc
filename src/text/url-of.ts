/**
 * A text as an address with a scheme; null for what is none. `URL.canParse` is no way to tell: that of Node.js 20 and 22 takes
 * hosts with other letters than ASCII's for none once it was called often enough to be compiled.
 */
export function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
