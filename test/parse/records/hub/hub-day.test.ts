import { canBeIn, dayOfFile } from '../../../../src/parse/records/hub/hub-day';

describe('dayOfFile', () => {
  it.each([
    ['daily_2026-05-14.json', '2026-05-14', 'daily_2026-05-14.json'],
    ['/a/b/20260514.json', '2026-05-14', '20260514.json'],
    ['hf_2026_05_14_papers.json', '2026-05-14', 'hf_2026_05_14_papers.json'],
    ['/data/2026-05-14/papers.json', '2026-05-14', '2026-05-14/papers.json'],
    ['data/2026/05/14.json', '2026-05-14', '2026/05/14.json'],
    ['data/2026/05/14/papers.json', '2026-05-14', '2026/05/14/papers.json'],
    ['2026-05-14.2026-05-14.json', '2026-05-14', '2026-05-14.2026-05-14.json'],
  ])('of %s is %s', (file, day, name) => {
    expect(dayOfFile(file)).toEqual({ day, name });
  });

  it.each([
    'papers.json',
    'daily_2026-05.json',
    'week_2026-W20.json',
    '2026-05-14_2026-05-15.json',
    '2026-02-30.json',
    '2023-05-03.json',
    '2605.01234.json',
    '2026-05-14/05/x/papers.json',
    'id-120260514.json',
    '2026-0514.json',
  ])('of %s is not told', (file) => {
    expect(dayOfFile(file)).toBeNull();
  });
});

describe('canBeIn', () => {
  it.each([
    ['2026-05-14', true],
    ['2026-05-11', true],
    ['2026-05-10', false],
    ['2026-06-14', false],
    [null, true],
  ])('of a paper submitted on %s to the list of 2026-05-14 is %s', (submitted, can) => {
    expect(canBeIn('2026-05-14', submitted)).toBe(can);
  });
});
