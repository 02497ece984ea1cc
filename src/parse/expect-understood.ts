import type { Page } from './collect-pages';
import { DigestSyntaxError, quote } from './digest-syntax-error';
import type { Passage } from './split-passages';

/** So many doubtful lines any file may have, and so many for each of its papers. */
const FEW = 2;
const SHARE = 0.1;

/**
 * @param doubts passages of which it is not sure that they are what they were taken for
 * @throws DigestSyntaxError at the first of them when they are many: then the file is laid out in a way that is not known
 */
export function expectUnderstood(file: string, pages: readonly Page[], doubts: readonly Passage[]): void {
  const papers = pages.reduce((sum, { entries }) => sum + entries.length, 0);
  const [first] = doubts;
  if (first === undefined || doubts.length <= Math.max(FEW, SHARE * papers)) return;
  const got = `${quote(first.text)} and ${doubts.length - 1} more lines that may be papers or not`;
  throw new DigestSyntaxError(file, first.line, 'a title with its abstract', got);
}
