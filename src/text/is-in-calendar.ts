import { daysInMonth } from './days-in-month';

/** A date, as far as it is given. */
export interface GivenParts {
  year: number | null;
  /** From 1. */
  month: number | null;
  day: number | null;
}

/** In a year that is not known February may have 29 days. */
const LEAP_YEAR = 2000;

/** Whether the calendar has a date, as far as it is given. */
export function isInCalendar({ year, month, day }: GivenParts): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysInMonth(year ?? LEAP_YEAR, month));
}
