import { evenSpelling } from '../../text/even-spelling';
import { GREEK, LATIN } from '../../text/letters';
import { spoken } from '../../text/slugify';
import { withoutTexAccents, withoutTexCommands } from '../../text/tex';

/** Scripts that are written without blanks between words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(`[${UNSPACED}]+|[[\\p{L}\\p{N}]--[${UNSPACED}]]+`, 'gv');
/** Nearly all texts, and much faster. */
const PLAIN = /^[\0-\x7f]*$/;
const PLAIN_WORD = /[a-z0-9]+/g;
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v');

/**
 * What spelling rules for searches leave apart, letter by letter: modelling, programme, catalogue, sulphur, defence, grey,
 * ageing. A word may come out as none that there is; so do all that are compared with it.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/mme(?=s?$)/, 'm'],
  [/([a-z])\1/g, '$1'],
  [/gue(?=s?$)/, 'g'],
  [/ph/g, 'f'],
  [/ence/g, 'ense'],
  [/ey/g, 'ay'],
  [/(?<=g)e(?=ing|ment)/, ''],
];

/** The words of a text as two papers are compared by them: as `plainWords` has them, without differences of spelling. */
export function comparedWords(text: string): string[] {
  return plainWords(text).map(evened);
}

/**
 * The words of a text without case, accents and TeX. Of scripts that have no blanks each two neighbouring characters are a
 * word.
 */
export function plainWords(text: string): string[] {
  const spelled = spoken(withoutTexCommands(withoutTexAccents(text)));
  return PLAIN.test(spelled) ? (spelled.toLowerCase().match(PLAIN_WORD) ?? []) : wordsOfAnything(spelled);
}

function wordsOfAnything(text: string): string[] {
  const plain = text
    // Accents by themselves go first: to put many of one letter in order takes the square of their number.
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\0-\x7f]/gu, (letter) => LATIN[letter] ?? GREEK[letter] ?? letter);
  return (plain.match(WORD) ?? []).flatMap((word) => (IS_UNSPACED.test(word) ? pairsOf(word) : [word]));
}

/** Words remembered with what they are compared as: English repeats itself. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 20_000;
/** V8 keeps the whole text of a longer word as long as the word. */
const LONGEST_REMEMBERED = 12;

function evened(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const even = /^[a-z]{3,}$/.test(word)
    ? SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), evenSpelling(word))
    : word;
  if (word.length > LONGEST_REMEMBERED) return even;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, even);
  return even;
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
