import { type GivenParts, isInCalendar } from '../../../text/is-in-calendar';

/** A year, or a year with its month, or a whole day, given by a file name or by hand. */
export interface GivenDate extends GivenParts {
  year: number;
  /** As it was written. */
  text: string;
}

const YEAR = '(?<year>(?:199|20\\d)\\d)';
const GIVEN = new RegExp(`^${YEAR}(?:-(?<month>\\d\\d)(?:-(?<day>\\d\\d))?)?$`);
/** A year may not be part of a longer number; its parts are joined by one and the same sign. */
const IN_NAME = new RegExp(
  `(?<!\\d)${YEAR}(?:(?<sign>[-_.])(?<month>\\d\\d)(?!\\d)(?:\\k<sign>(?<day>\\d\\d)(?!\\d))?)?(?!\\d)`,
  'g',
);

/** What `--date` accepts, in words for a message. */
export const GIVEN_DATE_FORM = 'YYYY, YYYY-MM or YYYY-MM-DD from 1990 to 2099';

/** The date that `--date` gives, or null when the text is none: another form, or a day that no calendar has. */
export function parseGivenDate(text: string): GivenDate | null {
  const found = GIVEN.exec(text.trim());
  if (found === null) return null;
  const date = dateOf(found);
  return isInCalendar(date) ? date : null;
}

/** Whether `--date` accepts the text. */
export function isDateArgument(text: string): boolean {
  return parseGivenDate(text) !== null;
}

/** Every date in a file's name, in order; each may be one that no calendar has: see {@link isInCalendar}. */
export function datesInFileName(name: string): GivenDate[] {
  return [...name.matchAll(IN_NAME)].map(dateOf);
}

function dateOf(found: RegExpExecArray): GivenDate {
  const { year, month, day } = found.groups ?? {};
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    text: found[0],
  };
}
