const ELLIPSIS = '…';

/** Longer runs without a blank are no word but a script that has none, or an address; in UTF-16 units. */
const LONGEST_WORD = 40;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The beginning of a text on one line: whole where it fits, otherwise cut behind a word, with an ellipsis.
 *
 * @param length most UTF-16 units, the ellipsis included; at least 1
 */
export function excerptOf(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return line.slice(0, endOfWord(line, length - ELLIPSIS.length)).replace(/[\s,;:([{–—-]+$/u, '') + ELLIPSIS;
}

/** Where the last word ends that ends by a place; that place where the first word is longer. */
function endOfWord(line: string, most: number): number {
  const blank = line.lastIndexOf(' ', most);
  if (blank > 0 && most - blank <= LONGEST_WORD) return blank;
  const from = Math.max(blank + 1, most - LONGEST_WORD);
  let end = from;
  for (const { index } of words.segment(line.slice(from, most + LONGEST_WORD))) {
    if (from + index <= most) end = from + index;
  }
  if (end > from) return end;
  if (blank > 0) return blank;
  // No half of a sign that takes two units.
  return /[\uD800-\uDBFF]/.test(line[most - 1] ?? '') ? most - 1 : most;
}
