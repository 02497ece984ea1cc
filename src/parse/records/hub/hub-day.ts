import { isDay } from '../../../text/is-day';

const DAY = /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;
const DAY_OF_FOLDERS =
  /(?:^|[/\\])(20\d{2})[/\\](0[1-9]|1[0-2])[/\\](0[1-9]|[12]\d|3[01])(?!\d)[^/\\]*(?:[/\\][^/\\]*)?$/;
/** On this day the hub had its first list. */
const FIRST = '2023-05-04';
/** A list may hold what was submitted at the weekend before, in days. */
const FURTHEST = 3;
const MILLISECONDS_OF_A_DAY = 86_400_000;

/** The day whose list a file is, and the name that says so. */
export interface DayOfFile {
  /** YYYY-MM-DD. */
  day: string;
  /** Without the folders before it that say nothing of the day. */
  name: string;
}

/**
 * The day whose list a file is, as its name says, or the name of its folder: `daily_2026-05-14.json`, `20260514.json`,
 * `2026-05-14/papers.json`, `2026/05/14.json`. Null where they name none or several.
 */
export function dayOfFile(file: string): DayOfFile | null {
  const parts = file.split(/[/\\]/);
  for (const length of [1, 2]) {
    const days = daysIn(parts.at(-length) ?? '');
    if (days.length > 1) return null;
    if (days[0] !== undefined) return { day: days[0], name: parts.slice(-length).join('/') };
    const ofFolders = DAY_OF_FOLDERS.exec(parts.slice(0, parts.length + 1 - length).join('/'));
    const day = ofFolders === null ? null : checked(`${ofFolders[1]}-${ofFolders[2]}-${ofFolders[3]}`);
    if (day !== null) return { day, name: parts.join('/').slice(ofFolders?.index).replace(/^\//, '') };
  }
  return null;
}

/**
 * Whether a paper can be in the list of a day, by when it was submitted to the lists.
 *
 * @param submitted YYYY-MM-DD in UTC, as the hub counts these days; null where it is not known
 */
export function canBeIn(day: string, submitted: string | null): boolean {
  if (submitted === null) return true;
  return Math.abs(Date.parse(submitted) - Date.parse(day)) <= FURTHEST * MILLISECONDS_OF_A_DAY;
}

function daysIn(name: string): string[] {
  const days = [...name.matchAll(DAY)].map(([, year, , month, day]) => checked(`${year}-${month}-${day}`));
  return [...new Set(days.filter((day) => day !== null))];
}

/** The day, if it is in the calendar and the hub had lists then. */
function checked(day: string): string | null {
  return day >= FIRST && isDay(day) ? day : null;
}
