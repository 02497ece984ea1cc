import { isInCalendar } from './is-in-calendar';

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isInCalendar({ year: Number(year), month: Number(month), day: Number(day) });
}
