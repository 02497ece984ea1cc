import { parseDigestFile } from '../../../src/parse/digest/parse-digest-file';
import { abstractWith, digestText } from '../../support/digest-text';

const parse = (text: string) => parseDigestFile(Buffer.from(text), 'd-2025.txt');

describe('a file that holds more than a digest does is refused at its line', () => {
  it.each([
    ['bytes', 'x'.repeat(64_000_001), 'd-2025.txt:1: expected at most 64 MB, got 65 MB'],
    ['lines', 'a\r\n'.repeat(1_000_000), 'd-2025.txt:1000001: expected at most 1,000,000 lines, got more'],
    [
      'characters in a title',
      digestText('Mar 11', [[`${'Widgets '.repeat(40)}${'x'.repeat(700)}`, abstractWith('')]]),
      'd-2025.txt:11: expected a title of at most 1,000 characters, got one with 1,020',
    ],
    [
      'bytes in a slug',
      digestText('Mar 11', [[`Widgets ${'#'.repeat(500)}`, abstractWith('')]]),
      'd-2025.txt:11: expected a title whose slug has at most 2,000 bytes, got one with 3,007',
    ],
    [
      'characters in an abstract',
      digestText('Mar 11', [['Widgets in the Wild', abstractWith('('.repeat(100_000))]]),
      'd-2025.txt:11: expected an abstract of at most 50,000 characters, got one with 100,189',
    ],
  ])('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

/** What somebody may repeat in the hope that it is compared with all the rest of it; lines take longer than characters. */
const UNITS: [unit: string, length: number][] = [
  ...['a-', '(', '"', '.', '/', 'https://a.b/', '\\url{', '-', 'a\u0301', 'a, ', '\u0001'].map(
    (unit): [string, number] => [unit, 200_000],
  ),
  ...['\n', 'a\n\n', 'new\n', 'Mar 11\n', '%\n', '```\n'].map((unit): [string, number] => [unit, 20_000]),
];

/** Where each part was compared with all others it took minutes, in milliseconds. */
const CEILING = 20_000;

describe('a hostile file takes time in proportion to its length', () => {
  it.each(UNITS)('of %j, in a title, in an abstract and alone', (unit, length) => {
    const text = unit.repeat(length / unit.length);
    const began = performance.now();
    for (const file of [
      text,
      digestText('Mar 11', [['Widgets in the Wild', `We count. ${text}`]]),
      digestText('Mar 11', [[text, abstractWith('')]]),
    ]) {
      try {
        parse(file);
      } catch (error) {
        expect(String(error)).toMatch(/^DigestSyntaxError: d-2025\.txt:\d+: expected .* got /s);
      }
    }
    expect(performance.now() - began).toBeLessThan(CEILING);
  });
});
