import { parseDigestFile } from '../../src/parse/parse-digest-file';
import { readShippedVocabulary } from '../../src/seeds';
import { createFactReader } from '../../src/store/import/facts';
import { abstractWith, digestText } from '../support/digest-text';

const parse = (text: string) => parseDigestFile(Buffer.from(text), '2025-01-02.txt');
const digest = (title: string, abstract: string): string =>
  digestText('Jan 2', [
    ['Lattice Kernels', abstractWith('')],
    [title, abstract],
    ['Widgets in the Wild', abstractWith('')],
  ]);

/** So long a text took the square of its length: minutes. */
const LONG = 45_000;
const SECONDS = 20_000;

const patterns: Record<string, string> = {
  brackets: '(['.repeat(LONG / 2),
  quotes: '"“”'.repeat(LONG / 3),
  dots: '.'.repeat(LONG),
  'dots and blanks': '. '.repeat(LONG / 2),
  slashes: '/'.repeat(LONG),
  backslashes: '\\'.repeat(LONG),
  dashes: '-'.repeat(LONG),
  'combining marks': `a${'\u0301'.repeat(LONG)}`,
  'one word': 'x'.repeat(LONG),
  'words with hyphens': 'a-'.repeat(LONG / 2),
  'beginnings of addresses': 'http://'.repeat(LONG / 7),
  'addresses glued together': 'http://a.b/'.repeat(190),
  'LaTeX addresses': '\\url{'.repeat(LONG / 5),
  'at signs': 'git@'.repeat(LONG / 4),
  'acronyms in brackets': 'Neural Networks (NN) '.repeat(LONG / 21),
};

describe('a hostile text', () => {
  const reader = createFactReader(readShippedVocabulary());

  it.each(Object.entries(patterns))('of %s is read in time that grows with its length, or refused', (_, pattern) => {
    const started = performance.now();
    for (const text of [
      digest('A Paper of One Kind', `We study this. ${pattern}`),
      digest(pattern.slice(0, 900), abstractWith('')),
    ]) {
      try {
        for (const { entries } of parse(text)) for (const entry of entries) reader.read(entry);
      } catch (error) {
        expect((error as Error).message).toMatch(/^2025-01-02\.txt:\d+: expected .*, got /);
      }
    }
    expect(performance.now() - started).toBeLessThan(SECONDS);
  });

  it.each([
    ['a title', digest('long '.repeat(300), abstractWith('')), /at most 1,000 characters, got one with/],
    [
      'an abstract',
      digest('A Paper', `We study this. ${'word '.repeat(12_000)}`),
      /at most 50,000 characters, got one with/,
    ],
    ['a file', `${digest('A Paper', abstractWith(''))}${'\n'.repeat(1_100_000)}`, /at most 1,000,000 lines, got more/],
  ])('that makes %s too long is refused with its place', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
