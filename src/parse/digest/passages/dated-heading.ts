import { isDateLabel } from '../dates/date-label';
import { undress } from './dressing';

/** A heading that names a page of papers and its day. */
export interface DatedHeading {
  /** What it calls the page, in lower case: the same for each of its days. */
  name: string;
  /** The date label in it, as printed. */
  date: string;
}

/** Longer lines are no headings; in characters. */
const LONGEST = 100;
/** Words of a name, and of a date with a sign before it. */
const MOST_WORDS = 7;
const MOST_OF_DATE = 6;

/** What pages of papers call themselves. */
const ABOUT = /\b(?:papers|digests?|newsletter|trending|daily)\b/i;
/** Words of a name: capitalised somewhere, or small. */
const WORD = /^(?:[\p{L}\p{M}'’.&]*\p{Lu}[\p{L}\p{M}'’.&]*|an?|the|of|in|on|for|from|and|by|&)$/u;
/** A week, and what comes before or after a day, is no day. */
const NO_DAY = /\b(?:week|since|until|before|after|due)\b/i;

/** What parts the name from the date. */
const BEFORE_DATE = /(?:[\s:,|·•/~–—-]+| (?:of|on|for|from))$/iu;
const BEHIND_DATE = /[\s:,|·•/~–—-]+$/u;
const BEFORE_NAME = /^[|·•/~–—-] /u;
const BRACKETED = /^[([](.+)[)\]]$/;

/** Reads `Daily Papers - May 7, 2025`, `Trending Papers (7 May)`, `2025-05-07: Papers of the Day`; null for other lines. */
export function datedHeadingOf(line: string): DatedHeading | null {
  if (line.length > LONGEST || !/\d/.test(line) || !ABOUT.test(line)) return null;
  const words = undress(line.trim()).text.split(/\s+/u);
  if (words.length > MOST_WORDS + MOST_OF_DATE) return null;
  for (let middle = 1; middle < words.length; middle += 1) {
    const [left, right] = [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
    const behind = namedDay(left.replace(BEFORE_DATE, ''), right);
    const before = namedDay(right.replace(BEFORE_NAME, ''), left.replace(BEHIND_DATE, ''));
    if (behind ?? before) return behind ?? before;
  }
  return null;
}

function namedDay(name: string, day: string): DatedHeading | null {
  const date = BRACKETED.exec(day)?.[1] ?? day;
  return isDateLabel(date) && isName(name) ? { name: name.toLowerCase(), date } : null;
}

function isName(text: string): boolean {
  const words = text.split(' ');
  const areWords = words.length <= MOST_WORDS && words.every((word) => WORD.test(word) || ABOUT.test(word));
  return areWords && ABOUT.test(text) && !NO_DAY.test(text);
}
