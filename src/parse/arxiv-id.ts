const ID = '(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d{1,3})?';
/** An identifier where it is said to be one: `arXiv:2505.00001`, or in an address of arXiv or of the hub. */
const NAMED = new RegExp(
  `(?:\\barxiv:\\s?|\\barxiv\\.org/(?:abs|pdf|html)/|\\bhuggingface\\.co/papers/)${ID}(?![\\d.]\\d)`,
  'i',
);
/** A line that is nothing but an identifier, with a class of subjects perhaps, or an address of one. */
const LINE = new RegExp(`^(?:https?://\\S+|(?:arxiv(?: id)?\\s?[:：]\\s?)?${ID}(?:v\\d)?(?:\\s\\[[\\w.-]+\\])?)$`, 'i');
/** What the listings of arXiv put around the address: `\\ ( https://arxiv.org/abs/2505.00001 ,  12kb)`. */
const LISTED = /^\\\\ ?\( ?(https?:\/\/\S+) ?, {1,3}\d+kb\)$/;

/** The arXiv identifier that a text names, without its version, or null. */
export function arxivIdOf(text: string): string | null {
  return NAMED.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Whether a line is nothing but an arXiv identifier, or the address of one. */
export function isArxivIdLine(line: string): boolean {
  if (line.length > 200) return false;
  const text = LISTED.exec(line)?.[1] ?? line;
  return LINE.test(text) && (!text.includes('/') || arxivIdOf(text) !== null);
}
