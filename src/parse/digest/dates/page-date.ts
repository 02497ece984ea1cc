import type { Page } from '../collect-pages';
import { datedHeadingOf } from '../passages/dated-heading';
import { type LabelDate, parseDateLabel } from './date-label';
import type { PrintedLabel } from './resolve-dates';

/**
 * The date label of a page: the line that is one, or what its heading says, if that alone says the year, or if there is no
 * such line. Headings of several days above the papers are links to other pages; then nobody knows which is this one's.
 */
export function pageDate({ header, headings }: Page): PrintedLabel | null {
  const label = header.date ?? null;
  const [first, ...others] = headings.flatMap(({ text, line }): PrintedLabel[] => {
    const heading = datedHeadingOf(text);
    return heading ? [{ text: heading.date, line }] : [];
  });
  if (first === undefined || others.some((other) => !isSameDay(first, other))) return label;
  if (label === null) return first;
  return isSameDay(first, label) && yearOf(label) === null ? first : label;
}

function isSameDay(one: PrintedLabel, other: PrintedLabel): boolean {
  const [day, another] = [parseDateLabel(one.text), parseDateLabel(other.text)];
  return (['month', 'day'] as const).every((part) => day?.[part] === another?.[part]) && !contradicts(day, another);
}

function contradicts(one: LabelDate | null, other: LabelDate | null): boolean {
  return one?.year != null && other?.year != null && one.year !== other.year;
}

function yearOf({ text }: PrintedLabel): number | null {
  return parseDateLabel(text)?.year ?? null;
}
