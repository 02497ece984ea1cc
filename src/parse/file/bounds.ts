import { countBreaks } from './count-breaks';
import { DigestSyntaxError } from './digest-syntax-error';

/**
 * What a file may hold at most. A digest of 20,000 papers has 35 MB and 500,000 lines. What is far beyond is something else,
 * and whoever reads it all the same runs out of memory.
 */
const MOST_BYTES = 64_000_000;
const MOST_LINES = 1_000_000;

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
  throw new DigestSyntaxError(file, MOST_LINES + 1, `at most ${MOST_LINES.toLocaleString('en-US')} lines`, 'more');
}
