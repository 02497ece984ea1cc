import { BACKSLASH } from './signs';

/** Where a string stops: at its quotation mark, at the end of its line, which breaks it, or with the piece, not yet ended. */
export interface StringEnd {
  /** The place behind it in the piece. */
  at: number;
  isEnd: boolean;
  isBroken: boolean;
}

/** Lines and ends of strings in a text that comes in pieces cut anywhere. Places are asked for in ascending order. */
export class Places {
  private piece = '';
  /** Where the line begins, as a place in the piece; negative in an earlier one. */
  private lineStart = 0;
  private nextBreak = Number.POSITIVE_INFINITY;
  /** Whether the last piece ended behind the backslash of an escape. */
  private isEscaped = false;

  /** @param line 1-based line on which the text begins */
  constructor(public line: number) {}

  /** Goes on to the next piece. */
  take(piece: string): void {
    this.lineStart -= this.piece.length;
    this.piece = piece;
    this.nextBreak = this.indexOf('\n', 0);
  }

  /** Counts the lines up to a place. */
  pass(at: number): void {
    while (this.nextBreak < at) {
      this.line += 1;
      this.lineStart = this.nextBreak + 1;
      this.nextBreak = this.indexOf('\n', this.nextBreak + 1);
    }
  }

  /** From 0, of a place on the line that was passed to. */
  column(at: number): number {
    return at - this.lineStart;
  }

  /** Where the line of a place ends; at most the end of the piece. */
  lineEnd(at: number): number {
    return Math.min(this.indexOf('\n', at), this.piece.length);
  }

  /** Where the string stops that is open at a place. */
  stringEnd(from: number): StringEnd {
    this.pass(from);
    let at = this.isEscaped && this.nextBreak > from ? from + 1 : from;
    this.isEscaped = false;
    for (;;) {
      const quote = Math.min(this.indexOf('"', at), this.piece.length);
      if (this.nextBreak < quote) return { at: this.nextBreak, isEnd: true, isBroken: true };
      let escapes = 0;
      while (quote - escapes > at && this.piece.charCodeAt(quote - escapes - 1) === BACKSLASH) escapes += 1;
      if (quote === this.piece.length) {
        this.isEscaped = escapes % 2 === 1;
        return { at: quote, isEnd: false, isBroken: false };
      }
      at = quote + 1;
      if (escapes % 2 === 0) return { at, isEnd: true, isBroken: false };
    }
  }

  private indexOf(character: string, from: number): number {
    const index = this.piece.indexOf(character, from);
    return index === -1 ? Number.POSITIVE_INFINITY : index;
  }
}
