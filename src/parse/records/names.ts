import { htmlText } from './markup/html-text';
import { texText } from './markup/tex-text';
import { oneLine, withoutEnd } from './plain';
import type { RecordAuthor } from './record';
import { authorOf } from './stated';

/** The parts of a name that a source tells apart; what it does not have is null, empty or left out. */
export interface NameParts {
  given?: string | null;
  /** `de la`, `van`: stands before the family name and belongs to it. */
  particle?: string | null;
  family?: string | null;
  /** `Jr.`, `III`. */
  suffix?: string | null;
}

/** What TeX sets above a name for an affiliation or a note. */
const RAISED = /\$[^${}]{0,20}(?:\{[^${}]{0,40}\})?\$|\\textsuperscript\{[^{}]{0,40}\}|(?<!\\)\^\{[^{}]{0,40}\}/g;
const MARKS = /[*^†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹✉]+/gu;
/** Anything that is more than a name with single blanks. */
const DRESSED = /[^\p{L}\p{M}.,'’ -]|^ | {2}| $|[,;]$|--|''/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;
/** What DBLP puts behind a name that several persons have. */
const HOMONYM = /\s0\d{3}$/;
const JUNIOR = /^(?:[JS][rR]\.?|JR|SR|Junior|Senior|I{2,3}|IV)$/;
const SUFFIX = /^(?:VI{0,3}|2nd|3rd|4th|Ph\.? ?D\.?|M\.?D\.?|M\.?Sc\.?|Esq\.?)$/;
const OTHERS = /^(?:and\s+)?(?:\d+\s+)?(?:others?|more|more authors?|other authors?|et\.?\s?al\.?|\.{3}|…)$/i;
const LONGEST_OTHERS = 40;
const BIBLATEX_PART = /^"?(family|given|prefix|suffix)\s*=\s*(.*?)"?$/is;

/**
 * The author that a name stands for, in any spelling: `Family, Given`, `Family, Jr, Given`, `Family, Given, Jr`, `Given Family`,
 * a group in braces, with accents of TeX, entities of HTML and the marks of affiliations. Given and family name are told apart
 * only where the spelling does. Null where nothing is left, and for `others`.
 */
export function nameOf(written: string): RecordAuthor | null {
  const text = oneLine(written);
  if (isOthers(text)) return null;
  if (isGroup(text)) return wholeName(text);
  if (!text.includes(',')) return wholeName(text);
  const parts = withoutEmptyEnd(partsOutside(text, ',').map((part) => part.trim()));
  const fields = text.includes('=') ? biblatexParts(parts) : null;
  if (fields !== null) return authorOfParts(fields);
  const [first = '', second = '', third, ...more] = parts;
  if (third === undefined) {
    if (second === '') return wholeName(first);
    return JUNIOR.test(second) && first.includes(' ')
      ? wholeName(`${first} ${second}`)
      : authorOfParts({ family: first, given: second });
  }
  if (more.length > 0) return wholeName(text);
  return isSuffix(third)
    ? authorOfParts({ family: first, given: second, suffix: third })
    : authorOfParts({ family: first, given: third, suffix: second });
}

/** The author whose name a source gives in parts. Null where they are empty. */
export function authorOfParts(parts: NameParts): RecordAuthor | null {
  const given = plainName(parts.given ?? '');
  const family = joined(plainName(parts.particle ?? ''), plainName(parts.family ?? ''));
  const name = joined(joined(given, family), plainName(parts.suffix ?? ''));
  return HAS_LETTER.test(name) ? { ...authorOf(name), given: given || null, family: family || null } : null;
}

/** Whether what stands in a name's place says that there are more authors: `others`, `et al.` */
export function isOthers(text: string): boolean {
  if (text.length > LONGEST_OTHERS) return false;
  return OTHERS.test(text.trim());
}

/** Whether a part of a name is none that it goes by: `Jr.`, `III`, `PhD`. */
export function isSuffix(part: string): boolean {
  return JUNIOR.test(part) || SUFFIX.test(part);
}

/** The parts of a text between separators, but not of those within braces; escaped braces count as none. */
export function partsOutside(text: string, separator: string): string[] {
  if (!text.includes('{')) return text.split(separator);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      from = at + separator.length;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** The author whose name is not to be taken apart, such as a group's. Null where nothing is left. */
export function wholeName(text: string): RecordAuthor | null {
  const name = plainName(text);
  return HAS_LETTER.test(name) ? authorOf(name) : null;
}

function plainName(written: string): string {
  if (!DRESSED.test(written)) return /\p{M}/u.test(written) ? written.normalize('NFC') : written;
  const plain = htmlText(texText(written.replace(RAISED, ''))).replace(MARKS, '');
  return withoutEnd(oneLine(plain), ' ,;').replace(HOMONYM, '');
}

/** Whether one pair of braces holds all of a text: a name that is not to be taken apart. */
function isGroup(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

/** `family=Tour, given=Ana, prefix=de la`, as biblatex has names too. */
function biblatexParts(parts: readonly string[]): NameParts | null {
  const fields = parts.map((part) => BIBLATEX_PART.exec(part));
  if (!fields.some((field) => field?.[1]?.toLowerCase() === 'family')) return null;
  const of = (name: string): string | null => fields.find((field) => field?.[1]?.toLowerCase() === name)?.[2] ?? null;
  return { family: of('family'), given: of('given'), particle: of('prefix'), suffix: of('suffix') };
}

/** Without what is left behind the last comma of `Example, Ada,`. */
function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, Math.max(2, last + 1));
}

function joined(before: string, behind: string): string {
  return before === '' || behind === '' ? before + behind : `${before} ${behind}`;
}
