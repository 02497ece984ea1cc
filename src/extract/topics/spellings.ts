import type { Token } from '../text/tokenize';

// Prefixes that some join to the word, some hyphenate and some set apart: nonconvex, non-convex, non convex.
const PREFIX =
  /^(auto|bi|co|cross|de|fine|geo|hyper|inter|meta|micro|multi|non|over|post|pre|re|self|semi|spatio|sub|super|un|under|data)(?=[a-z]{3})/;

/**
 * The ways to cut a phrase into words: as written, with a hyphenated pair joined (`k-means`, `kmeans`), and with a
 * prefix split off. The number of ways is bounded, since at most three places vary.
 */
export function spellingsOf(phrase: string, tokenize: (text: string) => Token[]): string[] {
  const spellings = new Set([phrase]);
  const hyphens = [...phrase.matchAll(/(?<=\p{L})-(?=\p{L})/gu)].slice(0, 3);
  for (const hyphen of hyphens) spellings.add(phrase.slice(0, hyphen.index) + phrase.slice(hyphen.index + 1));
  if (hyphens.length > 1) spellings.add(phrase.replace(/(?<=\p{L})-(?=\p{L})/gu, ''));
  for (const token of tokenize(phrase).slice(0, 3)) {
    const prefix = PREFIX.exec(token.word.raw)?.[0];
    if (prefix === undefined) continue;
    const at = token.start + prefix.length;
    spellings.add(`${phrase.slice(0, at)} ${phrase.slice(at)}`);
  }
  return [...spellings];
}
