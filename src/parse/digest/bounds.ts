import { slugify } from '../../text/slugify';
import { DigestSyntaxError } from '../file/digest-syntax-error';
import type { Page } from './collect-pages';

/**
 * How long the texts of a paper may be, in characters. Of 40,000 real papers the longest title has 226 and the longest
 * abstract 3,241; what is far beyond is something else.
 */
const LONGEST_TITLE = 1_000;
const LONGEST_ABSTRACT = 50_000;
/** PostgreSQL takes no key that is much longer, in bytes. A letter of some scripts has three, `#` becomes a word. */
const LONGEST_SLUG = 2_000;

/** @throws DigestSyntaxError at the first title or abstract that is too long */
export function expectSizes(file: string, pages: readonly Pick<Page, 'entries'>[]): void {
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
