import { isOthers, isSuffix } from '../names';
import { oneLine, withoutMarkup } from '../plain';

/** A name in the line of authors, as written, and where the author works. */
export interface LineAuthor {
  name: string;
  affiliations: string[];
}

/** What arXiv's one line of authors says. */
export interface AuthorLine {
  authors: LineAuthor[];
  /** Whether it names all: not `et al.` */
  hasAll: boolean;
  /** Affiliations by the numbers under which they stand at the end: `((1) CERN, (2) DESY)`. */
  numbered: ReadonlyMap<string, string>;
}

/** What stands outside round brackets, or within. */
interface Part {
  text: string;
  isNote: boolean;
}

const NUMBERS_AND_TEXTS = /\(\s*(\d{1,3}|[a-z*†‡§])\s*\)/i;
const ONLY_NUMBERS = /^(?:\d{1,3}|[a-z*†‡§])(?:\s*(?:,|;|&|\band\b)\s*(?:\d{1,3}|[a-z*†‡§]))*$/i;
const ET_AL = /[\s,]+(?:and\s+)?et\.?\s?al\.?$/i;
const GROUP = /\b(?:collaborations?|consortium|group|team)\b/i;
/** For whom they wrote is not where they work. */
const NO_AFFILIATION = /^(?:for|on behalf of|representing)\s|^(?:eds?|editors?)\b/i;

/**
 * Reads arXiv's line of authors: `A. One, B. Two (CERN), C. Three (1 and 2) ((1) MIT, (2) ETH)`. As arXiv has it, an
 * affiliation is also that of those before it who have none.
 */
export function readAuthorLine(line: string): AuthorLine {
  const parts = partsOf(oneLine(line));
  const numbered = numberedIn(parts);
  const authors: (LineAuthor & { hasNote: boolean })[] = [];
  let hasAll = true;
  for (const { text, isNote } of parts) {
    const last = authors.at(-1);
    if (isNote) {
      if (last === undefined) continue;
      last.affiliations.push(...affiliationsOf(text, numbered));
      last.hasNote = true;
      continue;
    }
    for (const written of namesIn(text)) {
      const name = written.replace(ET_AL, '');
      if (name !== written || isOthers(name)) hasAll = false;
      if (isOthers(name) || name === '') continue;
      const before = authors.at(-1);
      if (isSuffix(name) && before !== undefined) before.name += ` ${name}`;
      else authors.push({ name, affiliations: [], hasNote: false });
    }
  }
  handBack(authors);
  return { authors: authors.map(({ name, affiliations }) => ({ name, affiliations })), hasAll, numbered };
}

/** The affiliations that a note behind a name gives, numbers resolved; those that stand for nothing are left out. */
export function affiliationsOf(note: string, numbered: ReadonlyMap<string, string>): string[] {
  const text = oneLine(withoutMarkup(note));
  if (ONLY_NUMBERS.test(text)) {
    return text.split(/\s*(?:,|;|&|\band\b)\s*/i).flatMap((number) => numbered.get(number.toLowerCase()) ?? []);
  }
  return text === '' || NO_AFFILIATION.test(text) || startsWithNumber(text) ? [] : [text];
}

function startsWithNumber(text: string): boolean {
  return NUMBERS_AND_TEXTS.exec(text)?.index === 0;
}

/** Text and notes in turn; a bracket that is not closed goes on to the end. */
function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  const take = (to: number, isNote: boolean): void => {
    const text = line.slice(from, to).trim();
    if (text !== '') parts.push({ text, isNote });
    from = to + 1;
  };
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '(') {
      if (depth === 0) take(at, false);
      depth += 1;
    } else if (sign === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) take(at, true);
    }
  }
  take(line.length, depth > 0);
  return parts;
}

function namesIn(text: string): string[] {
  return ` ${text} `
    .replace(/,?\s(?:and|&)\s/gi, ',')
    .split(/(?<!\\)[,:;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function numberedIn(parts: readonly Part[]): Map<string, string> {
  const numbered = new Map<string, string>();
  for (const { text, isNote } of parts) {
    if (!isNote || !startsWithNumber(text)) continue;
    const [, ...numbersAndTexts] = text.split(new RegExp(NUMBERS_AND_TEXTS, 'gi'));
    for (let index = 0; index + 1 < numbersAndTexts.length; index += 2) {
      const affiliation = oneLine(withoutMarkup(numbersAndTexts[index + 1] as string)).replace(/[,;.\s]+$/, '');
      if (affiliation !== '') numbered.set((numbersAndTexts[index] as string).toLowerCase(), affiliation);
    }
  }
  return numbered;
}

function handBack(authors: (LineAuthor & { hasNote: boolean })[]): void {
  let affiliations: readonly string[] = [];
  for (const author of authors.toReversed()) {
    if (author.hasNote) affiliations = author.affiliations;
    else if (!GROUP.test(author.name)) author.affiliations.push(...affiliations);
  }
}
