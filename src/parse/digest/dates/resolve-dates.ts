import { isInCalendar } from '../../../text/is-in-calendar';
import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import type { DateSource } from '../digest';
import { fileName } from '../digest-slugs';
import { type LabelDate, parseDateLabel } from './date-label';
import { datesInFileName, GIVEN_DATE_FORM, type GivenDate, parseGivenDate } from './given-date';

/** A date label as printed and the line it stands on. */
export interface PrintedLabel {
  text: string;
  line: number;
}

/** The date of a digest and what its year was taken from; both null where no year is known. */
export interface ResolvedDate {
  date: string | null;
  dateSource: DateSource | null;
}

/** A given date and how a message names the place it was given at. */
interface Given extends GivenDate {
  source: DateSource;
  place: string;
}

/**
 * The dates of all digests of one file, in order. A year that the label prints comes first, then the file name's,
 * then the one given by hand; none is ever guessed. A month and a day that the file name or the argument gives must
 * be those of a label: of one of them where the file has several.
 *
 * @param labels the date label of each digest, null where it prints none
 * @param argument the text of `--date`
 * @throws DigestSyntaxError for a date no calendar has and for dates that contradict each other
 */
export function resolveDates(
  file: string,
  labels: readonly (PrintedLabel | null)[],
  argument: string | undefined,
): ResolvedDate[] {
  const given = givenDates(file, argument);
  const days = labels.map((label) => (label === null ? null : { ...label, day: parseDateLabel(label.text) }));
  const printed = days.filter((label) => label !== null);
  for (const date of given) {
    if (printed.length === 0 || printed.some(({ day }) => day !== null && agrees(day, date))) continue;
    const { text, line } = printed[0] as PrintedLabel;
    throw new DigestSyntaxError(file, line, `a date label of ${date.text} (${date.place})`, quote(text));
  }
  return days.map((label) => {
    if (label !== null && label.day !== null) return labelledDay(file, label, label.day, given);
    // Beside pages with labels, a day that is given for the file is theirs.
    return printed.length === 0 ? wholeDay(given) : { date: null, dateSource: null };
  });
}

/** Every date given outside of the text, the file name's first; they all name one year. */
function givenDates(file: string, argument: string | undefined): Given[] {
  const given = datesInFileName(fileName(file)).map(
    (date): Given => ({ ...date, source: 'FILE_NAME', place: 'as in the file name' }),
  );
  const wrong = given.find((date) => !isInCalendar(date));
  if (wrong) throw new DigestSyntaxError(file, 1, 'a day of the calendar in the file name', quote(wrong.text));
  const other = given.find(({ year }) => year !== given[0]?.year);
  if (other) {
    throw new DigestSyntaxError(file, 1, 'one year in the file name', `${given[0]?.year} and ${other.year}`);
  }
  if (argument === undefined) return given;
  const date = parseGivenDate(argument);
  if (date === null) throw new DigestSyntaxError(file, 1, `${GIVEN_DATE_FORM} as the date`, quote(argument));
  if (given.length > 0 && !given.some((named) => isSameDay(named, date))) {
    const named = given.map(({ text }) => text).join(', ');
    throw new DigestSyntaxError(file, 1, `a date of ${named} (as in the file name)`, `${date.text} (as given)`);
  }
  return [...given, { ...date, source: 'ARGUMENT', place: 'as given' }];
}

function isSameDay(one: GivenDate, other: GivenDate): boolean {
  const parts = ['year', 'month', 'day'] as const;
  return parts.every((part) => one[part] === null || other[part] === null || one[part] === other[part]);
}

function agrees(label: LabelDate, { year, month, day }: GivenDate): boolean {
  const isYear = label.year === null || label.year === year;
  return isYear && (month === null || month === label.month) && (day === null || day === label.day);
}

/** The date of digests in a file without labels: the day that is given, if it is given to the day and only one is. */
function wholeDay(given: readonly Given[]): ResolvedDate {
  const whole = given.filter(({ day }) => day !== null);
  const days = new Set(whole.map(({ year, month, day }) => isoDay(year, month ?? 0, day ?? 0)));
  const [date, another] = days;
  if (date === undefined || another !== undefined) return { date: null, dateSource: null };
  return { date, dateSource: whole[0]?.source ?? null };
}

function labelledDay(file: string, label: PrintedLabel, day: LabelDate, given: readonly Given[]): ResolvedDate {
  const [first] = given;
  if (day.year !== null && first !== undefined && first.year !== day.year) {
    throw new DigestSyntaxError(file, label.line, `a date label of ${first.year} (${first.place})`, quote(label.text));
  }
  const year = day.year ?? first?.year ?? null;
  if (!isInCalendar({ ...day, year })) {
    const calendar = year === null ? 'the calendar' : `the year ${year}`;
    throw new DigestSyntaxError(file, label.line, `a day of ${calendar} as the date label`, quote(label.text));
  }
  if (year === null) return { date: null, dateSource: null };
  const dateSource = day.year !== null ? 'TEXT' : (first?.source ?? null);
  return { date: isoDay(year, day.month, day.day), dateSource };
}

function isoDay(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
