import { GREEK, LATIN } from '../../text/letters';
import { decodeTex } from '../../text/tex';

/** Signs that make another word of a word, by name: `C++`, `C#`, `A*`, `.NET`. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\./, 'dot'],
  [/\\(?:ast|star)|\*/g, 'star'],
  [/\+/g, 'plus'],
  [/[#♯]/g, 'sharp'],
];

const PLAIN = /^[A-Za-z0-9]+$/;

/** A plural as it is written of acronyms, mixed names and numbers of models: LLMs, ReLUs, H100s. */
const PLURAL_OF_ACRONYM = /^(?=.*\p{Lu})(.+[\p{Lu}\p{N}])s$/u;

/** A longer run of letters is no word that anyone looks for. */
const LONGEST_WORD = 64;

/**
 * So much of a word holds all that is kept of it, accents and all. To put accents in order takes the square of their
 * number: a letter with 100,000 of them would take seconds.
 */
const LONGEST_SPELLING = 1_000;

/** What a cut through a letter of two UTF-16 units leaves of it. */
const HALF_LETTER = /[\ud800-\udbff]$/;

/**
 * A word without what people write differently: lower case, no accents or apostrophes, no possessive, no plural of an
 * acronym, ligatures and widths undone, Greek letters and telling signs by name, other Latin letters and those of TeX as
 * they are usually spelled. Empty when nothing is left.
 */
export function foldWord(word: string): string {
  // Nearly every word, and much faster.
  if (PLAIN.test(word)) return singularOfAcronym(word).toLowerCase().slice(0, LONGEST_WORD);
  const written = decodeTex(word.slice(0, LONGEST_SPELLING))
    .normalize('NFKD')
    .replace(/['’][sS]$/, '');
  const spoken = SIGNS.reduce((text, [sign, name]) => text.replace(sign, name), singularOfAcronym(written));
  return spoken
    .toLowerCase()
    .replace(/[\p{M}ˇ]+/gu, '')
    .normalize('NFC')
    .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/[ß-ʯ]/g, (letter) => LATIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, LONGEST_WORD)
    .replace(HALF_LETTER, '');
}

/** CNN for CNNs: where the writing shows that the last letter is none of the acronym. Any other word as it is. */
export function singularOfAcronym(word: string): string {
  return word.endsWith('s') ? word.replace(PLURAL_OF_ACRONYM, '$1') : word;
}
