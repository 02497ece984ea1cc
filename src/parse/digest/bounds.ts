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
      const misfit = sizeMisfit(title, abstract);
      if (misfit !== null) throw new DigestSyntaxError(file, line, misfit.expected, misfit.got);
    }
  }
}

/** What of a paper's texts is too long, as what is expected of it and what it is; null when nothing is. */
export function sizeMisfit(title: string, abstract: string | null): { expected: string; got: string } | null {
  const bytes = title.length > LONGEST_TITLE ? 0 : Buffer.byteLength(slugify(title));
  return (
    beyond('a title of at most', title.length, LONGEST_TITLE, 'characters') ??
    beyond('an abstract of at most', abstract?.length ?? 0, LONGEST_ABSTRACT, 'characters') ??
    beyond('a title whose slug has at most', bytes, LONGEST_SLUG, 'bytes')
  );
}

function beyond(what: string, size: number, most: number, unit: string): { expected: string; got: string } | null {
  if (size <= most) return null;
  return { expected: `${what} ${inFigures(most)} ${unit}`, got: `one with ${inFigures(size)}` };
}

function inFigures(number: number): string {
  return number.toLocaleString('en-US');
}
