import { dateIn } from '../dates';

/** Numbers from here on are times in milliseconds, as JavaScript and pandas write them: from 1973. */
const FIRST_MILLISECOND = 100_000_000_000;
const LAST_MILLISECOND = 4_102_444_800_000;

/** The date of a time, in UTC, as exact as it is written: a text, a year, or milliseconds since 1970; null for all else. */
export function dateOfTime(written: unknown): string | null {
  if (typeof written === 'string') return dateIn(written);
  if (typeof written !== 'number') return null;
  if (written >= FIRST_MILLISECOND && written < LAST_MILLISECOND) return new Date(written).toISOString().slice(0, 10);
  return Number.isInteger(written) ? dateIn(String(written)) : null;
}
