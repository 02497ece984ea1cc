import { authorOfParts, isSuffix, nameOf } from '../parse/records/names';
import { oneLine } from '../parse/records/plain';
import type { CitedAuthor } from './cited-paper';
import { readable } from './texts';

/** A name in the parts that references sort by, or a whole one that is not to be taken apart. */
export type AuthorName =
  | { kind: 'PARTS'; family: string; given: string; suffix: string | null }
  | { kind: 'WHOLE'; name: string };

/** Words that stand in the names of groups and in none of people. */
const GROUP =
  /\b(?:collaborations?|consortium|group|teams?|labs?|laborator(?:y|ies)|institutes?|university|universität|université|universidad|center|centre|department|foundation|association|committee|council|society|project|initiative|network|research|inc|ltd|gmbh|corp|corporation|company|agency|ministry|alliance|community|organization|organisation|authors|contributors|the|of|for|and)\b|&|\d/iu;
/** In other cases it is a family name. */
const COMPANY = /\bAI$/;
/** What stands before a family name and belongs to it. */
const PARTICLE =
  /^(?:de|del|della|dei|der|den|des|di|da|das|dos|do|du|la|le|el|al|bin|ibn|ben|van|von|vom|zu|zur|zum|ter|ten|te|af|av)$/;
/** Names of more words are none of a person. */
const MOST_WORDS = 6;

/** The names of the authors of a paper, in order; what has nothing to read is left out. */
export function authorNames(authors: readonly CitedAuthor[]): AuthorName[] {
  return authors.flatMap((author) => authorName(author) ?? []);
}

/** A name in its order: `Ada Example`. */
export function nameInOrder(name: AuthorName): string {
  if (name.kind === 'WHOLE') return name.name;
  return [name.given, name.family, name.suffix ?? ''].filter((part) => part !== '').join(' ');
}

/** The parts where they are known or the name shows them; null for a name of no letters. */
function authorName({ name, given, family }: CitedAuthor): AuthorName | null {
  const whole = readable(name);
  const known = authorOfParts({ family: readable(family ?? ''), given: readable(given ?? '') });
  if (known !== null) return inParts(known, whole) ?? { kind: 'WHOLE', name: whole || known.name };
  const found = nameOf(whole);
  if (found === null) return null;
  if (GROUP.test(whole) || COMPANY.test(whole))
    return { kind: 'WHOLE', name: found.family === null ? found.name : whole };
  return inParts(found, found.name) ?? partsOf(found.name) ?? { kind: 'WHOLE', name: found.name };
}

/** A name of which both parts are known, with what stands behind them. */
function inParts({ family, given }: Pick<CitedAuthor, 'family' | 'given'>, whole: string): AuthorName | null {
  if (!family || !given) return null;
  return { kind: 'PARTS', family, given, suffix: suffixBehind(whole, `${given} ${family}`) };
}

/** What a whole name has behind its parts: `Jr.` */
function suffixBehind(whole: string, parts: string): string | null {
  if (!whole.startsWith(parts)) return null;
  const behind = oneLine(whole.slice(parts.length)).replace(/^,\s*/, '');
  return isSuffix(behind) ? behind : null;
}

/** `Ana de la Tour`: the last word and the particles before it are the family name. Null where it is a group's, or of one word. */
function partsOf(name: string): AuthorName | null {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && isSuffix(last) ? last : null;
  if (suffix !== null) words.pop();
  if (words.length < 2 || words.length > MOST_WORDS || name.includes(',')) return null;
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] as string)) from -= 1;
  return { kind: 'PARTS', family: words.slice(from).join(' '), given: words.slice(0, from).join(' '), suffix };
}
