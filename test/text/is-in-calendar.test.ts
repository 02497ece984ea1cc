import { isDay } from '../../src/text/is-day';
import { isInCalendar } from '../../src/text/is-in-calendar';

describe('isInCalendar', () => {
  it.each([
    [2026, 2, 28, true],
    [2026, 2, 29, false],
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [null, 2, 29, true],
    [null, 2, 30, false],
    [2026, 4, 31, false],
    [2026, 4, 0, false],
    [2026, 13, null, false],
    [2026, 0, 1, false],
    [2026, 12, null, true],
    [2026, null, null, true],
  ])('of year %p, month %p and day %p is %p', (year, month, day, expected) => {
    expect(isInCalendar({ year, month, day })).toBe(expected);
  });
});

describe('isDay', () => {
  it.each([
    ['2026-05-13', true],
    ['2026-02-29', false],
    ['0000-02-29', true],
    ['2026-5-13', false],
    ['2026-05', false],
    ['2026-05-13T00:00', false],
  ])('%j is %p', (text, expected) => expect(isDay(text)).toBe(expected));
});
