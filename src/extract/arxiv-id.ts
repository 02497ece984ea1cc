/** Identifiers since April 2007, and those from before. */
const NEW_ID = '\\d{4}\\.\\d{4,5}';
const OLD_ID = '[a-z]+(?:-[a-z]+)*(?:\\.[a-z]{2})?/\\d{7}';
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

/**
 * The arXiv identifier in an address of any form (`/abs/2503.12345v2`, `/pdf/2503.12345.pdf`, `arXiv:2503.12345`, a DOI) or by
 * itself, in lower case and without version; null for any other text.
 */
export function arxivIdOf(address: string): string | null {
  const [, within, alone] = ADDRESS.exec(address.trim()) ?? [];
  return (within ?? alone)?.toLowerCase() ?? null;
}
