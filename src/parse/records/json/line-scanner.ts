import { Collected } from './collected';
import type { Span } from './parse-span';
import { ValueScanner } from './value-scanner';

/** In longer lines it is looked how deep they nest before they are read, in UTF-16 units, and in those that begin more values. */
const LONGEST_UNSEEN = 100_000;
const MOST_UNSEEN = 900;
const NO_WAYS: ReadonlySet<string> = new Set();

/** Finds the lines of a file that has one value on each. Text comes in pieces cut anywhere; no more is held than one line. */
export class LineScanner {
  private open: Collected | null = null;

  /** @param line 1-based line on which the text begins */
  constructor(private line: number) {}

  /** The values that end in the next piece of the text. */
  *read(piece: string): Generator<Span> {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      this.open ??= new Collected(this.line);
      this.open.add(piece.slice(start, end));
      yield* this.close(false);
      this.line += 1;
      start = end + 1;
    }
    if (start === piece.length) return;
    this.open ??= new Collected(this.line);
    this.open.add(piece.slice(start));
  }

  /** What is left when the text has ended. */
  *end(): Generator<Span> {
    yield* this.close(true);
  }

  private *close(isCut: boolean): Generator<Span> {
    const span = this.open?.span(isCut);
    this.open = null;
    if (span === undefined || (span.text.trim() === '' && span.refusal === null)) return;
    // Lines that once were a list keep their commas.
    const trimmed = span.text.trimEnd();
    const text = trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed;
    if (text.length > LONGEST_UNSEEN || countOf(text, '[') + countOf(text, '{') > MOST_UNSEEN)
      yield* looked(text, span);
    else yield { ...span, text };
  }
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

function* looked(text: string, { line, isCut }: Span): Generator<Span> {
  const scanner = new ValueScanner(NO_WAYS, line);
  yield* scanner.read(text);
  for (const rest of scanner.end()) yield { ...rest, isCut };
}
