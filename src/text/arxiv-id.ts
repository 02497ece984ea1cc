/** Identifiers since April 2007, and those from before. */
const NEW_ID = '\\d{4}\\.\\d{4,5}';
const OLD_ID = '[a-z]+(?:-[a-z]+)*(?:\\.[a-z]{2})?/\\d{7}';
const ID = `(${NEW_ID}|${OLD_ID})(?:v\\d{1,3})?`;

/** What stands before them in the addresses of arXiv and its mirrors, and in its DOIs. */
const BEFORE = [
  'arxiv:\\s*',
  '(?:https?://)?(?:(?:[\\w-]+\\.)*arxiv|(?:www\\.)?ar5iv)\\.org/[\\w-]+/',
  '(?:https?://)?(?:dx\\.)?doi\\.org/10\\.48550/arxiv\\.',
].join('|');
const ADDRESS = new RegExp(
  `^(?:(?:${BEFORE})(${NEW_ID}|${OLD_ID})|(${NEW_ID}))(?:v\\d+)?(?:\\.pdf)?(?:[/?#].*)?$`,
  'i',
);

/** An identifier where a text says that it is one: `arXiv:2505.00001`, or in an address of arXiv or of the hub. */
const NAMED = new RegExp(
  `(?:\\barxiv:\\s?|\\barxiv\\.org/(?:abs|pdf|html)/|\\bhuggingface\\.co/papers/)${ID}(?![\\d.]\\d)`,
  'i',
);
/** A line that is nothing but an identifier, with a class of subjects perhaps, or an address of one. */
const LINE = new RegExp(`^(?:https?://\\S+|(?:arxiv(?: id)?\\s?[:：]\\s?)?${ID}(?:v\\d)?(?:\\s\\[[\\w.-]+\\])?)$`, 'i');
/** What the listings of arXiv put around the address: `\\ ( https://arxiv.org/abs/2505.00001 ,  12kb)`. */
const LISTED = /^\\\\ ?\( ?(https?:\/\/\S+) ?, {1,3}\d+kb\)$/;
/** Longer lines are texts; in characters. */
const LONGEST_LINE = 200;

/**
 * The arXiv identifier in an address of any form (`/abs/2503.12345v2`, `/pdf/2503.12345.pdf`, `arXiv:2503.12345`, a DOI) or by
 * itself, in lower case and without version; null for any other text.
 */
export function arxivIdOf(address: string): string | null {
  const [, within, alone] = ADDRESS.exec(address.trim()) ?? [];
  return (within ?? alone)?.toLowerCase() ?? null;
}

/** The first arXiv identifier that a text names, in lower case and without version; null when it names none. */
export function arxivIdIn(text: string): string | null {
  return NAMED.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Whether a line is nothing but an arXiv identifier, or the address of one. */
export function isArxivIdLine(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const text = LISTED.exec(line)?.[1] ?? line;
  return LINE.test(text) && (!text.includes('/') || arxivIdIn(text) !== null);
}
