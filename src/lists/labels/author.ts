import { nameOf } from '../../parse/records/names';
import type { StoredAuthor } from '../../store/entities/paper/paper';
import { foldedWords } from './folded-words';
import { beginningWith, type LabelRange, labelOf } from './label';

/** A name as two spellings of it are compared: folded, without particles. */
interface AuthorName {
  /** The last word of the family name. */
  family: string;
  /** The given names, or their initials. */
  given: string[];
}

const JUNIOR = /[\s,]+(?:[JS]r\.?|I{2,3}|IV)$/i;
const APOSTROPHE = /['’‘`ʼ]/g;
/** Stands before a family name and is left out: `Van Gool` is filed under G by some and under V by others. */
const PARTICLE =
  /^(?:de|del|della|dei|der|den|des|di|da|das|dos|do|du|la|le|el|al|bin|ibn|ben|van|von|vom|zu|zur|zum|ter|ten|te|af|av)$/;
/** `Example A.`, `Example A. B.`, `Example A.B.`: the initials behind the family name, and no comma between. */
const INITIALS_BEHIND = /^(\p{L}[\p{L}\p{M}'’-]+(?: \p{L}[\p{L}\p{M}'’-]+)?) ((?:\p{Lu}\.?[ -]?)+)$/u;
/** Of more given names the first ones are told apart. */
const MOST_INITIALS = 4;

/** The label of an author: `AUTHOR:example,ab,ada` is Ada B. Example. Null for a name without letters. */
export function authorLabel({ name, given, family }: StoredAuthor): string | null {
  const read = given && family ? inParts(family, given) : readName(name);
  return read && labelOf('AUTHOR', `${read.family},${initialsOf(read)},${read.given[0] ?? ''}`);
}

/**
 * The labels of the authors that a name, in any spelling, may stand for; null where it has no letters. The family name has to
 * be the same, in its last word. Of given names as many are compared as both have, at least one if the name has any: the first
 * has to be the same, where one of both is not an initial of the other; of all others the initials.
 */
export function authorRanges(name: string): LabelRange[] | null {
  const read = readName(name);
  if (read === null) return null;
  const { family, given } = read;
  const [first] = given;
  if (first === undefined) return [beginningWith(labelOf('AUTHOR', `${family},`))];
  const initials = initialsOf(read);
  const isInitial = [...first].length === 1;
  const firstNames = [first, initialOf(first)];
  const ofFewer = [...initials].slice(1).flatMap((_, index): LabelRange[] => {
    const fewer = `${family},${[...initials].slice(0, index + 1).join('')},`;
    if (isInitial) return [beginningWith(labelOf('AUTHOR', fewer))];
    return firstNames.map((firstName) => ({ is: labelOf('AUTHOR', `${fewer}${firstName}`) }));
  });
  const ofAsMany = beginningWith(
    labelOf('AUTHOR', `${family},${initials}`),
    isInitial ? undefined : firstNames.map((firstName) => `,${firstName}`),
  );
  return [...ofFewer, ofAsMany];
}

function readName(written: string): AuthorName | null {
  const name = written.replace(JUNIOR, '').trim();
  const [, familyBefore, initials] = INITIALS_BEHIND.exec(name) ?? [];
  if (familyBefore !== undefined && initials !== undefined) return inParts(familyBefore, initials);
  const parts = name.includes(',') ? nameOf(written) : null;
  if (parts?.family && parts.given) return inParts(parts.family, parts.given);
  const words = (parts?.name ?? name).split(/\s+/).filter((word) => foldedWords(word).length > 0);
  return inParts(words.at(-1) ?? '', words.slice(0, -1).join(' '));
}

/** @returns null when the family name has no letters */
function inParts(family: string, given: string): AuthorName | null {
  const last = wordsOf(family, /\s+/).at(-1);
  return last === undefined ? null : { family: last, given: givenIn(given) };
}

/** Given names, without the particles of the family name behind them. */
function givenIn(text: string): string[] {
  const words = wordsOf(text.replace(/(?<=\p{L})\.(?=\p{L})/gu, ' '), /[\s‐‑-]+/);
  while (words.length > 1 && PARTICLE.test(words.at(-1) as string)) words.pop();
  return words;
}

/** The folded words of a part of a name. */
function wordsOf(text: string, between: RegExp): string[] {
  return text
    .replace(APOSTROPHE, '')
    .split(between)
    .map((word) => foldedWords(word).join(''))
    .filter((word) => word !== '');
}

function initialsOf({ given }: AuthorName): string {
  return given.slice(0, MOST_INITIALS).map(initialOf).join('');
}

function initialOf(word: string): string {
  return [...word][0] ?? '';
}
