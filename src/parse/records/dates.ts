import { isInCalendar } from '../../text/is-in-calendar';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH = new RegExp(`(?<![a-z])${MONTH_NAME}(?![a-z])`, 'i');
/** Before a month, and of some days the first. */
const DAY_BEFORE = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—]{1,2}\s?\d{1,2}(?:st|nd|rd|th)?)?[\s~.,/-]{1,3}$/i;
const DAY_BEHIND = /^[\s~.,/-]{1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i;
const YEAR = /(?<!\d)(1\d{3}|20\d{2})(?!\d)/;
const YEAR_FIRST = /^\s*["'[{(]?(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const MONTH_FIRST = /^\s*(\d{1,2})[./-](\d{4})\s*$/;
/** Longer texts are no dates; in UTF-16 units. */
const LONGEST = 200;

/**
 * A date as exact as a text gives it: `2026`, `2026-05` or `2026-05-13`; null where it names no year, or one before Christ. Of a
 * span it is the first day; of a season the year. What is not in the calendar is left out: `2026-02-31` is `2026-02`. Where day and month cannot be
 * told apart (`03/04/2026`), it is the year.
 */
export function dateIn(text: string): string | null {
  if (text.length > LONGEST || /^\s*-|\bB\.?C\b/.test(text)) return null;
  const [, compactYear, compactMonth, compactDay] = COMPACT.exec(text) ?? [];
  if (compactYear !== undefined) return dateOf(compactYear, compactMonth, compactDay);
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return dateOf(year, month, day);
  const numbers = DAY_FIRST.exec(text);
  if (numbers !== null) return ofNumbers(numbers);
  const [, onlyMonth, itsYear] = MONTH_FIRST.exec(text) ?? [];
  if (itsYear !== undefined) return dateOf(itsYear, onlyMonth);
  const named = YEAR.exec(text)?.[1];
  if (named === undefined) return null;
  const { month: name, day: number } = monthIn(text.replace(named, ' '));
  return dateOf(named, name, number);
}

/**
 * The date that a year, a month and a day are, each as a number, in figures or, a month, by its name; as exact as they are. Null where the
 * year is none between 1000 and 2099.
 */
export function dateOf(year: unknown, month?: unknown, day?: unknown): string | null {
  const digits = written(year);
  if (!/^(?:1\d{3}|20\d{2})$/.test(digits)) return null;
  const months = inFigures(month) ?? monthNumber(written(month));
  if (months === null || months < 1 || months > 12) return digits;
  const upTo = `${digits}-${String(months).padStart(2, '0')}`;
  const days = inFigures(day);
  return days !== null && isInCalendar({ year: Number(digits), month: months, day: days })
    ? `${upTo}-${String(days).padStart(2, '0')}`
    : upTo;
}

/** The month that a text names or numbers, from 1, and the day beside it: `8 jan`, `May 13`, `05`; null where it has none. */
export function monthIn(text: string): { month: number | null; day: number | null } {
  const alone = inFigures(text);
  if (alone !== null) return { month: alone, day: null };
  const named = MONTH.exec(text);
  if (named === null) return { month: null, day: null };
  const [name] = named;
  const day = DAY_BEFORE.exec(text.slice(0, named.index)) ?? DAY_BEHIND.exec(text.slice(named.index + name.length));
  return { month: monthNumber(name), day: day === null ? null : Number(day[1]) };
}

/** `13.05.2026` begins with the day wherever it is written; `05/13/2026` and `13/05/2026` only in some countries. */
function ofNumbers([, first, separator, second, year]: RegExpExecArray): string | null {
  const [one, other] = [Number(first), Number(second)];
  if (separator === '.' || one > 12 || one === other) return dateOf(year, other, one);
  return other > 12 ? dateOf(year, one, other) : dateOf(year);
}

function monthNumber(name: string): number | null {
  const index = MONTHS.indexOf(name.trim().slice(0, 3).toLowerCase());
  return index === -1 ? null : index + 1;
}

function inFigures(value: unknown): number | null {
  const text = written(value);
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** A number in figures, or a text; nothing of what is neither. */
function written(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
}
