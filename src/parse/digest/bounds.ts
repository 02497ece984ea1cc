import { slugify } from '../../text/slugify';
import { countBreaks } from '../file/count-breaks';
import { DigestSyntaxError } from '../file/digest-syntax-error';
import type { Page } from './collect-pages';

/**
 * What a digest file may hold at most. A digest of 20,000 papers has 35 MB and 500,000 lines; of 40,000 real papers the
 * longest title has 226 characters and the longest abstract 3,241. What is far beyond is something else, and whoever reads
 * it all the same runs out of memory.
 */
export const MOST_BYTES = 64_000_000;
const MOST_LINES = 1_000_000;
const LONGEST_TITLE = 1_000;
const LONGEST_ABSTRACT = 50_000;
/** PostgreSQL takes no key that is much longer, in bytes. A letter of some scripts has three, `#` becomes a word. */
const LONGEST_SLUG = 2_000;

/** @throws DigestSyntaxError when a file is too large to be read */
export function expectBytes(file: string, bytes: number): void {
  if (bytes > MOST_BYTES)
    throw new DigestSyntaxError(file, 1, `at most ${inMegabytes(MOST_BYTES)}`, inMegabytes(bytes));
}

/** Megabytes in figures, rounded up so that what is too much looks it. */
function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** @throws DigestSyntaxError at the first line that is too many */
export function expectLines(file: string, text: string): void {
  if (countBreaks(text, MOST_LINES) < MOST_LINES) return;
  throw new DigestSyntaxError(file, MOST_LINES + 1, `at most ${inFigures(MOST_LINES)} lines`, 'more');
}

/** @throws DigestSyntaxError at the first title or abstract that is too long */
export function expectSizes(file: string, pages: readonly Page[]): void {
  for (const { entries } of pages) {
    for (const { title, abstract, line } of entries) {
      expectLength(file, line, 'a title', title, LONGEST_TITLE);
      expectLength(file, line, 'an abstract', abstract ?? '', LONGEST_ABSTRACT);
      const bytes = Buffer.byteLength(slugify(title));
      if (bytes > LONGEST_SLUG) {
        const expected = `a title whose slug has at most ${inFigures(LONGEST_SLUG)} bytes`;
        throw new DigestSyntaxError(file, line, expected, `one with ${inFigures(bytes)}`);
      }
    }
  }
}

function expectLength(file: string, line: number, what: string, text: string, most: number): void {
  if (text.length <= most) return;
  const expected = `${what} of at most ${inFigures(most)} characters`;
  throw new DigestSyntaxError(file, line, expected, `one with ${inFigures(text.length)}`);
}

function inFigures(number: number): string {
  return number.toLocaleString('en-US');
}
