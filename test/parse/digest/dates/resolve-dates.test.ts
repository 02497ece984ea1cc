import { isDateArgument } from '../../../../src/parse/digest/dates/given-date';
import { resolveDates } from '../../../../src/parse/digest/dates/resolve-dates';
import { DigestSyntaxError } from '../../../../src/parse/file/digest-syntax-error';

/** The dates of digests whose labels stand on lines 9, 109, 209, … */
function dates(file: string, labels: (string | null)[], argument?: string): (string | null)[][] {
  const printed = labels.map((text, index) => (text === null ? null : { text, line: 9 + 100 * index }));
  return resolveDates(file, printed, argument).map(({ date, dateSource }) => [date, dateSource]);
}

describe('resolveDates', () => {
  it.each([
    ['2025-03-11.txt', '2025-03-11', 'FILE_NAME'],
    ['seeds/01-hub-page-2025-03.txt', '2025-03-11', 'FILE_NAME'],
    ['digest_2024.txt', '2024-03-11', 'FILE_NAME'],
    ['2023/hf2025.txt', '2025-03-11', 'FILE_NAME'],
    ['2025_03_11.txt', '2025-03-11', 'FILE_NAME'],
    ['hf20250311.txt', null, null],
    ['2101.12345v1.txt', null, null],
    ['digest.txt', null, null],
  ])('takes the year of Mar 11 from the file name %s', (file, date, source) => {
    expect(dates(file, ['Mar 11'])).toEqual([[date, source]]);
  });

  it.each(['2025', '2025-03', '2025-03-11'])('takes the year from the argument %s', (argument) => {
    expect(dates('digest.txt', ['Mar 11'], argument)).toEqual([['2025-03-11', 'ARGUMENT']]);
    expect(dates('2025.txt', ['Mar 11'], argument)).toEqual([['2025-03-11', 'FILE_NAME']]);
  });

  it.each(['Mar 11, 2025', '11 March 2025', 'Tue, Mar 11th, 2025', '2025-03-11'])('reads the year in %s', (label) => {
    expect(dates('digest.txt', [label])).toEqual([['2025-03-11', 'TEXT']]);
  });

  it.each(['March 11', 'Mar. 11', '11 Mar', 'Mar 11th', 'MAR 11', '11th of March'])('reads the label %s', (label) => {
    expect(dates('2025.txt', [label])).toEqual([['2025-03-11', 'FILE_NAME']]);
  });

  it('dates a digest without a label only by a whole day', () => {
    expect(dates('2025-03-11.txt', [null])).toEqual([['2025-03-11', 'FILE_NAME']]);
    expect(dates('digest.txt', [null], '2025-03-11')).toEqual([['2025-03-11', 'ARGUMENT']]);
    expect(dates('2025-03.txt', [null])).toEqual([[null, null]]);
  });

  it('gives one year to all pages of a file, and asks its day of one of them', () => {
    expect(dates('2025.txt', ['Mar 11', null, 'Mar 12'])).toEqual([
      ['2025-03-11', 'FILE_NAME'],
      [null, null],
      ['2025-03-12', 'FILE_NAME'],
    ]);
    expect(dates('2025-03-12.txt', ['Mar 11', 'Mar 12'])).toHaveLength(2);
    expect(dates('2025-03-11_2025-03-12.txt', ['Mar 11', 'Mar 12'])).toHaveLength(2);
  });

  it('takes Feb 29 in a leap year', () => {
    expect(dates('2024.txt', ['Feb 29'])).toEqual([['2024-02-29', 'FILE_NAME']]);
    expect(dates('digest.txt', ['Feb 29'])).toEqual([[null, null]]);
  });

  it.each([
    ['2025-03-12.txt', ['Mar 11'], undefined, 'a date label of 2025-03-12 (as in the file name), got "Mar 11"', 9],
    ['2025-03-12.txt', ['Mar 11', 'Mar 13'], undefined, 'got "Mar 11"', 9],
    ['digest.txt', ['Mar 11'], '2025-04', 'a date label of 2025-04 (as given), got "Mar 11"', 9],
    ['2024.txt', ['Mar 11, 2025'], undefined, 'got "Mar 11, 2025"', 9],
    ['2025.txt', ['Mar 11, 2025', 'Mar 11, 2024'], undefined, 'a date label of 2025', 109],
    ['2024.txt', ['Mar 11'], '2025', 'a date of 2024 (as in the file name), got 2025 (as given)', 1],
    ['2024-to-2025.txt', ['Mar 11'], undefined, 'one year in the file name, got 2024 and 2025', 1],
    ['2025-02-30.txt', ['Mar 11'], undefined, 'a day of the calendar in the file name, got "2025-02-30"', 1],
    ['digest.txt', ['Mar 11'], '2025-13', 'as the date, got "2025-13"', 1],
    ['digest.txt', ['Feb 30'], undefined, 'a day of the calendar as the date label, got "Feb 30"', 9],
    ['2025.txt', ['Feb 29'], undefined, 'a day of the year 2025 as the date label, got "Feb 29"', 9],
  ])('refuses %s with %j and --date %s', (file, labels, argument, message, line) => {
    expect(() => dates(file, labels, argument)).toThrow(DigestSyntaxError);
    expect(() => dates(file, labels, argument)).toThrow(message);
    expect(() => dates(file, labels, argument)).toThrow(`${file}:${line}: `);
  });
});

describe('isDateArgument', () => {
  it('knows a year, a month and a day of the calendar', () => {
    for (const text of ['2025', '2025-03', '2024-02-29']) expect(isDateArgument(text)).toBe(true);
    for (const text of ['', '25', '2025-3', '2025-13', '2025-02-29', '1989', 'Mar 11']) {
      expect(isDateArgument(text)).toBe(false);
    }
  });
});
