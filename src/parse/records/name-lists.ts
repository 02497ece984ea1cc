import { htmlText } from './markup/html-text';
import { isOthers, isSuffix, nameOf, partsOutside } from './names';
import { withoutEnd } from './plain';
import type { SourceRecord } from './record';
import { stated } from './stated';

/** The names in a list, as they are written, and whether it names all. */
export interface NameList {
  names: string[];
  hasAll: boolean;
}

const OTHERS_AT_END =
  /(?:^|[\s,;]|(?=…|\.{3}))\s?(?:et\.?\s?al\.?|(?:and|&|\+)\s?(?:\d+\s)?(?:others|more|(?:other|more)\sauthors?)|\.{3}|…)\s?$/i;
const ET_AL_AT_END = /(?<=\S),? et\.? al\.? ?$/i;
/** Its semicolon parts nothing. */
const ENTITY = /&#?\w{1,10};/;
const SEMICOLONS = /\s?[;；|•·、\n]\s?/;
const AND = /,?\s(?:and|&)\s/i;
/** A family name, with what stands before it: `de la Tour`. */
const FAMILY = /^(?:\p{Ll}[\p{L}'’]*\s){0,3}\p{Lu}[\p{L}\p{M}'’-]+$/u;
const INITIALS = /^(?:\p{Lu}\.?[ -]?){1,4}$/u;

/**
 * The names in an author field of BibTeX: parted by `and`, in any case, where no brace is open; by semicolons and `&` too, where
 * people took it for another list.
 */
export function bibtexNames(field: string): NameList {
  const even = field.replace(/\s+/g, ' ').replace(/ and(?= )/gi, ' and');
  const separators = ENTITY.test(even) ? [' and ', ' & '] : [' and ', ' & ', ';'];
  const parts = separators.reduce((all, separator) => all.flatMap((part) => partsOutside(part, separator)), [even]);
  const names = parts.flatMap((part) => {
    const others = ET_AL_AT_END.exec(part);
    return others === null ? fullNames(part) : [...fullNames(part.slice(0, others.index)), 'others'];
  });
  return withoutOthers(names);
}

/**
 * The names in a list as people write them: parted by semicolons, by `and`, or by commas; `Family, G., Family, G.` is told from
 * that. What stands in round brackets is left out.
 */
export function listedNames(list: string): NameList {
  const text = withoutBrackets(htmlText(list))
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const others = OTHERS_AT_END.exec(text.slice(-60))?.[0].length ?? 0;
  const whole = withoutEnd(text.slice(0, text.length - others), ' ,;\n');
  const { names, hasAll } = withoutOthers(SEMICOLONS.test(whole) ? whole.split(SEMICOLONS) : commaNames(whole));
  return { names, hasAll: hasAll && others === 0 };
}

/** What a record says of its authors by a list of their names. */
export function authorsOf(field: string, list: NameList): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const authors = list.names.flatMap((name) => {
    const author = nameOf(name);
    return author === null ? [] : [stated(field, name, author)];
  });
  return { authors, hasAllAuthors: list.hasAll };
}

function withoutOthers(names: readonly string[]): NameList {
  const kept = names.map((name) => name.replace(/^(?:and|&)\s/i, '').trim()).filter((name) => name !== '');
  return { names: kept.filter((name) => !isOthers(name)), hasAll: !kept.some(isOthers) };
}

/**
 * `Ada Example, Ben Sample, Cy Third` where one name was expected: each of them has more than one word. So are
 * `Example, A., Sample, B.` two.
 */
function fullNames(name: string): string[] {
  const parts = partsOutside(name, ',').map((part) => part.trim());
  const turned = parts.length > 3 && parts.length % 2 === 0 ? turnedPairs(parts) : null;
  if (turned !== null) return turned;
  const areNames = parts.length > 2 && parts.every((part) => /\S\s+\S/.test(part) && !isSuffix(part));
  return areNames ? parts : [name];
}

function commaNames(text: string): string[] {
  const byAnd = text.split(AND);
  const commas = byAnd.map((part) => part.split(',').length - 1);
  const areTurned = commas.every((count) => count === 1) || (byAnd.length > 2 && commas.every((count) => count <= 1));
  if (byAnd.length > 1 && areTurned) return byAnd;
  const parts = byAnd.flatMap((part) => part.split(/[,，]/)).map((part) => part.trim());
  return turnedPairs(parts) ?? withSuffixes(parts);
}

/** `Example, A., Sample, B.` and `Example, Ann`: a family name and what is given, parted by a comma as names are. */
function turnedPairs(parts: readonly string[]): string[] | null {
  const pairs = parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : []));
  const areInitials = pairs.every(([family, given]) => FAMILY.test(family) && INITIALS.test(given));
  const isOne =
    pairs.length === 1 && pairs.every((pair) => pair.every((part) => /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(part)));
  return areInitials || isOne ? pairs.map(([family, given]) => `${family}, ${given}`) : null;
}

function withSuffixes(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    if (isSuffix(part) && names.length > 0) names.push(`${names.pop()}, ${part}`);
    else names.push(part);
  }
  return names;
}

function withoutBrackets(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3 && plain.includes('('); depth += 1) plain = plain.replace(/\([^()]*\)/g, ' ');
  return plain;
}
