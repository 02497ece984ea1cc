import { type Piece, piecesOf } from '../texts';
import { capitalsIn, isShouted } from './protect-capitals';
import { haveEvenBraces, texWords } from './tex-words';

/** A text on one line as the value of a field of BibTeX, without the braces around it. */
export function texValue(text: string): string {
  return joined(piecesOf(text), texWords);
}

/** A title as a value: words with capitals that mean something, and formulas with any, held in braces against styles. */
export function texTitle(title: string): string {
  const pieces = piecesOf(title);
  const words = pieces.map(({ kind, text }) => (kind === 'WORDS' ? text : '')).join('');
  if (isShouted(words)) return joined(pieces, texWords);
  return joined(pieces, held, (math) => (/\p{Lu}/u.test(math) ? `{${math}}` : math));
}

function joined(
  pieces: readonly Piece[],
  wordsOf: (words: string, areBracesEven: boolean) => string,
  mathOf = (math: string): string => math,
): string {
  const areEven = haveEvenBraces(pieces.map(({ kind, text }) => (kind === 'WORDS' ? text : '')).join(''));
  const value = pieces.map(({ kind, text }) => (kind === 'WORDS' ? wordsOf(text, areEven) : mathOf(texMath(text))));
  return value.join('').trim();
}

function held(words: string, areBracesEven: boolean): string {
  let value = '';
  let from = 0;
  for (const place of capitalsIn(words)) {
    value += texWords(words.slice(from, place.from), areBracesEven);
    value += `{${texWords(words.slice(place.from, place.to), areBracesEven)}}`;
    from = place.to;
  }
  return value + texWords(words.slice(from), areBracesEven);
}

/** A formula as it is, but for signs that would end it early, and for braces that only TeX counts as even. */
function texMath(math: string): string {
  const escaped = math.replace(/\\[\s\S]|[%#&]/g, (sign) => (sign.length === 1 ? `\\${sign}` : sign));
  if (haveEvenBraces(escaped)) return escaped;
  return escaped.replace(/\\([{}])|\\[\s\S]/g, (sign, brace?: string) =>
    brace === undefined ? sign : brace === '{' ? '\\lbrace ' : '\\rbrace ',
  );
}
