/** How many days a month has, from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const last = new Date(0);
  // `Date.UTC` takes the years up to 99 for those of the last century.
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}
