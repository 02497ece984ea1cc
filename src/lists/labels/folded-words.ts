import { LATIN } from '../../text/letters';
import { slugify } from '../../text/slugify';
import { withoutTexAccents } from '../../text/tex';

/** The words of a name in lower case and without accents, `Łukasz` as `lukasz`; none in a text without letters and digits. */
export function foldedWords(text: string): string[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  return slugify(withoutTexAccents(text))
    .replace(/[ß-ʯ]/g, (letter) => LATIN[letter] ?? letter)
    .split('-');
}
