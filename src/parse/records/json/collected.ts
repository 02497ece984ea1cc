import type { Span } from './parse-span';

/** A longer value is no record, in UTF-16 units. */
const LONGEST = 64_000_000;
/** A value that nests deeper is no record. */
const DEEPEST = 1_000;

/** A value in the making, out of pieces of any length. */
export class Collected {
  private readonly parts: string[] = [];
  private length = 0;
  private isTooDeep = false;

  /** @param line 1-based line on which it begins */
  constructor(private readonly line: number) {}

  /** Takes what comes next. More than a record may have is not kept. */
  add(part: string): void {
    this.length += part.length;
    if (this.length > LONGEST) this.parts.length = 0;
    else this.parts.push(part);
  }

  /** Takes note of how deep it nests. */
  reach(depth: number): void {
    if (depth > DEEPEST) this.isTooDeep = true;
  }

  /** The last of what was added, so much of it that a key can be read. */
  tail(length: number): string {
    let tail = '';
    for (let index = this.parts.length - 1; index >= 0 && tail.length < length; index -= 1) {
      tail = `${this.parts[index]?.slice(-length)}${tail}`;
    }
    return tail;
  }

  /** The value, whole or cut. */
  span(isCut: boolean): Span {
    return { text: this.parts.join(''), line: this.line, refusal: this.refusal(), isCut };
  }

  private refusal(): string | null {
    if (this.length > LONGEST) {
      return `expected a record of at most ${LONGEST.toLocaleString('en-US')} characters, got a longer one`;
    }
    return this.isTooDeep
      ? `expected a record of at most ${DEEPEST.toLocaleString('en-US')} levels, got a deeper one`
      : null;
  }
}
