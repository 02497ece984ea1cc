import { DigestSyntaxError, quote } from '../file/digest-syntax-error';
import type { Page } from './collect-pages';
import type { Passage } from './passages/split-passages';

/** So many doubtful lines any file may have, and so many for each of its papers. */
const FEW = 2;
const SHARE = 0.1;

/**
 * @param doubts passages of which it is not sure that they are what they were taken for
 * @throws DigestSyntaxError at the first of them when they are many, and at the first dropped line when there are more of
 *   these than papers and no paper has an abstract: then the file is laid out in a way that is not known
 */
export function expectUnderstood(file: string, pages: readonly Page[], doubts: readonly Passage[]): void {
  const papers = pages.flatMap(({ entries }) => entries);
  if (doubts.length > Math.max(FEW, SHARE * papers.length)) refuse(file, doubts);
  const dropped = pages.flatMap((page) => page.dropped);
  if (dropped.length > papers.length && papers.every(({ abstract }) => abstract === null)) refuse(file, dropped);
}

function refuse(file: string, [first, ...others]: readonly { text: string; line: number }[]): void {
  if (first === undefined) return;
  const got = `${quote(first.text)} and ${others.length} other lines that may be papers or not`;
  throw new DigestSyntaxError(file, first.line, 'a title with its abstract', got);
}
