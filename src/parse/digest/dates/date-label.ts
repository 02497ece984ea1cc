/** A day as a label prints it. The day is not checked against the calendar: see `isInCalendar`. */
export interface LabelDate {
  month: number;
  day: number;
  /** The year where the label prints one. */
  year: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?<year>(?:199|20\\d)\\d))?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';

/** `Mar 11`, `March 3rd, 2025`, `11 Mar 2025`, `2025-03-11`. */
const FORMS = [
  new RegExp(`^${WEEKDAY}${MONTH} ${DAY}${YEAR}$`, 'i'),
  new RegExp(`^${WEEKDAY}${DAY}(?: of)? ${MONTH}${YEAR}$`, 'i'),
  /^(?<year>(?:199|20\d)\d)-(?<month>\d\d)-(?<day>\d\d)$/,
];

/** The day that a date label names, or null when the text is no date label. */
export function parseDateLabel(text: string): LabelDate | null {
  const squeezed = text.replace(/\s+/gu, ' ').trim();
  for (const form of FORMS) {
    const { month, day, year } = form.exec(squeezed)?.groups ?? {};
    if (month === undefined) continue;
    const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    return { month: number, day: Number(day), year: year === undefined ? null : Number(year) };
  }
  return null;
}

/** Whether a line has the form of a date label. */
export function isDateLabel(text: string): boolean {
  return parseDateLabel(text) !== null;
}
