import { daysInMonth } from '../../text/days-in-month';
import { type LabelRange, labelOf } from './label';

/** The label of a day, a month or a year of publication: `2026`, `2026-05` or `2026-05-13`. */
export function publishedLabel(publishedOn: string): string {
  return labelOf('PUBLISHED', publishedOn);
}

/**
 * The labels of what was published within some days, for all that is known: of a month or year that is not within them as a
 * whole, only what is known to the day. They are in the order of the days but for this, so a few ranges hold them.
 *
 * @param from the first day, `to` the last one, `YYYY-MM-DD`; null for an open end
 */
export function publishedRanges({ from, to }: { from?: string | null; to?: string | null }): LabelRange[] {
  const labels = { from: labelOf('PUBLISHED', firstFrom(from ?? '')), below: labelOf('PUBLISHED', BEHIND_YEARS) };
  if (to == null) return [labels];
  const [year, month] = [to.slice(0, 4), to.slice(0, 7)];
  const left = [...(to.endsWith('-12-31') ? [] : [year]), ...(to === lastDayOf(month) ? [] : [month])];
  const ranges: LabelRange[] = [];
  let start = labels.from;
  for (const part of left) {
    ranges.push({ from: start, below: labelOf('PUBLISHED', part) });
    start = later(start, labelOf('PUBLISHED', `${part}-`));
  }
  ranges.push({ from: start, below: labelOf('PUBLISHED', `${to}~`) });
  return ranges.filter((range) => 'from' in range && range.from < range.below);
}

/** Sorts behind every year. */
const BEHIND_YEARS = '~';

/** The first that begins on a day or later: a year is before its months, and a month before its days. */
function firstFrom(day: string): string {
  return day.replace(/-01-01$/, '').replace(/-01$/, '');
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${daysInMonth(year, number)}`;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
