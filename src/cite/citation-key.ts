import { createHash } from 'node:crypto';
import { GREEK, LATIN } from '../text/letters';
import { plainText } from '../text/plain-text';
import { authorNames } from './author-name';
import type { CitedPaper } from './cited-paper';
import { dateOf } from './publication';
import { titleOf } from './texts';

/** Words that tell no title from another. */
const COMMON = new Set(
  'a an the on of in for to with without from by via at as and or not is are be can do does how what why when which who towards toward beyond into over under using use its it this that these we you your all only some more new novel'.split(
    ' ',
  ),
);
/** Letters of each part of a key. */
const LONGEST_PART = 20;
/** Signs of the fingerprint: in a corpus of millions no two papers of one name, year and word have the same. */
const FINGERPRINT_LENGTH = 8;
/** Figures and letters that cannot be taken for one another: Crockford's base 32. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * What a paper is cited by: `example2026widgets-8k3v0q2x`, of the first author's family name, the year, the first telling word
 * of the title, and a fingerprint of the slug, which no two papers share. ASCII letters, figures and one hyphen, a function of
 * the paper alone: whoever knows the beginning finds it in an editor, and no export changes it.
 */
export function citationKey(paper: CitedPaper): string {
  const [author] = authorNames(paper.authors);
  const name = author === undefined ? '' : author.kind === 'PARTS' ? author.family : author.name;
  const family = folded(name).join('').replace(/^\d+/, '').slice(0, LONGEST_PART) || 'anon';
  return `${family}${dateOf(paper)?.year ?? ''}${tellingWord(titleOf(paper))}-${fingerprint(paper.slug)}`;
}

function tellingWord(title: string): string {
  const words = folded(plainText(title));
  const telling = words.find((word) => word.length > 1 && /^[a-z]/.test(word) && !COMMON.has(word));
  return (telling ?? words.find((word) => /[a-z]/.test(word)) ?? '').slice(0, LONGEST_PART);
}

/** The words of a text in lower case letters of ASCII and figures; of other scripts nothing is left. */
function folded(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const spelt = plain.replace(/[^\0-\x7f]/gu, (letter) => LATIN[letter] ?? GREEK[letter] ?? letter);
  return spelt.replace(/['’]/g, '').match(/[a-z0-9]+/g) ?? [];
}

function fingerprint(slug: string): string {
  const bytes = createHash('sha256').update(slug).digest().subarray(0, FINGERPRINT_LENGTH);
  return [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}
