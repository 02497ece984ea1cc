import { Collected } from './collected';
import type { Span } from './parse-span';
import { Places } from './places';
import { BRACE, BRACE_END, BRACKET, BRACKET_END, COLON, COMMA, LAST_BLANK, QUOTE } from './signs';

/** So much before a bracket is looked at, in UTF-16 units. */
const LOOK_BACK = 200;
/** The key before a bracket. */
const KEY = /"([^"\\]+)"\s*:\s*$/;
/** The blanks before a bracket that is the first of its line. */
const INDENT = /\n([ \t]*),?[ \t]*$/;
/** Of deeper brackets it is not seen whether they fit together. */
const DEEPEST_SEEN = 1_000;

/**
 * Finds where the values of a file begin and end, by quotation marks and brackets alone: the elements of its lists, and what
 * stands outside of lists. A list is all that the file is, or lies in an object under one of the given ways. Text comes in pieces
 * cut anywhere; no more is held than the value that is open. Linear in the length of the text. Where a quotation mark or a bracket
 * is missing, the next value begins with the brace that is the first of its line and indented no more than the broken one.
 */
export class ValueScanner {
  private piece = '';
  /** From where on the open value lies in the piece. */
  private start = 0;
  private open: Collected | null = null;
  /** The column that the open value begins in, and whether it is seen to be broken. */
  private column = 0;
  private isBroken = false;
  /** Whether that is text where no value can begin, up to the end of its line. */
  private isStray = false;
  private depth = 0;
  /** The depth in which values begin: that of the list, 0 outside of one. */
  private level = 0;
  /** Whether the list of the object that is open has been found: what else is in it is of no interest. */
  private isListFound = false;
  /** The opening brackets, by depth, and the last character outside of strings that is no blank. */
  private readonly brackets = new Uint8Array(DEEPEST_SEEN);
  private last = 0;
  /** Keys of the open brackets, from the outermost. */
  private readonly keys: string[] = [];
  private readonly longestWay: number;
  private isInString = false;
  private readonly places: Places;

  /**
   * @param ways keys with dots between: `results`, `message.items`
   * @param line 1-based line on which the text begins
   */
  constructor(
    private readonly ways: ReadonlySet<string>,
    line: number,
  ) {
    this.places = new Places(line);
    this.longestWay = Math.max(0, ...[...ways].map((way) => way.split('.').length));
  }

  /** The values that end in the next piece of the text. */
  *read(piece: string): Generator<Span> {
    this.piece = piece;
    this.start = 0;
    this.places.take(piece);
    for (let at = 0; at < piece.length; ) {
      if (this.isStray) {
        at = this.places.lineEnd(at);
        if (at < piece.length) yield this.close(at);
        continue;
      }
      if (this.isInString) {
        const end = this.places.stringEnd(at);
        this.isInString = !end.isEnd;
        this.isBroken ||= end.isBroken;
        at = end.at;
        continue;
      }
      const code = piece.charCodeAt(at);
      // A number or a word ends before what follows; that is read again, with nothing open.
      if (this.open !== null && this.depth === this.level && endsWord(code)) {
        yield this.close(at);
        continue;
      }
      if (code === QUOTE) {
        this.begin(at);
        this.isInString = true;
      } else if (code === BRACE || code === BRACKET) {
        if (this.isNextValue(code, at)) yield this.close(at);
        this.enter(code, at);
      } else if (code === BRACE_END || code === BRACKET_END) {
        if (this.leave(code, at)) yield this.close(at + 1);
      } else if (code > LAST_BLANK && code !== COMMA) {
        this.begin(at);
      }
      if (code > LAST_BLANK) this.last = code;
      at += 1;
    }
    this.open?.add(piece.slice(this.start));
    this.places.pass(piece.length);
  }

  /** What is left when the text has ended. */
  *end(): Generator<Span> {
    if (this.open !== null) yield this.open.span(true);
    else if (this.depth > 0) {
      const expected = this.level > 0 ? 'another record or "]"' : 'another key or "}"';
      yield { text: '', line: this.places.line, refusal: `expected ${expected}, got the end of the file`, isCut: true };
    }
  }

  private begin(at: number): void {
    if (this.open !== null || this.depth !== this.level) return;
    this.places.pass(at);
    this.column = this.places.column(at);
    this.isBroken = false;
    this.open = new Collected(this.places.line);
    this.start = at;
    this.isStray = this.level === 0 && this.piece.charCodeAt(at) !== BRACE;
  }

  private close(end: number): Span {
    const open = this.open ?? new Collected(this.places.line);
    open.add(this.piece.slice(this.start, end));
    this.open = null;
    this.isStray = false;
    this.depth = this.level;
    return open.span(false);
  }

  private enter(code: number, at: number): void {
    if (this.leadsToList(code, at)) {
      this.open = null;
      this.isListFound = true;
      this.depth += 1;
      this.level = this.depth;
      return;
    }
    this.begin(at);
    if (this.depth < DEEPEST_SEEN) this.brackets[this.depth] = code;
    this.depth += 1;
    this.open?.reach(this.depth - this.level);
  }

  /** Whether the bracket that opens is that of a list of records. */
  private leadsToList(code: number, at: number): boolean {
    if (this.level > 0 || this.isListFound || this.depth > this.longestWay) return false;
    if (this.depth === 0) return code === BRACKET;
    const [, key = ''] = KEY.exec(this.before(at)) ?? [];
    this.keys.length = this.depth - 1;
    this.keys.push(key);
    return code === BRACKET && this.ways.has(this.keys.join('.'));
  }

  /** Whether the bracket that opens shows that the open value is broken, and begins the next one. */
  private isNextValue(code: number, at: number): boolean {
    if (this.open === null || this.depth === this.level) return false;
    if (this.last !== COLON && this.brackets[this.depth - 1] === BRACE) this.isBroken = true;
    if (!this.isBroken || code !== BRACE) return false;
    const [, indent] = INDENT.exec(this.before(at)) ?? [];
    return indent !== undefined && indent.length <= this.column;
  }

  /** What stands before a place in the open value, no more of it than is looked at. */
  private before(at: number): string {
    const before = this.piece.slice(Math.max(this.start, at - LOOK_BACK), at);
    return before.length < LOOK_BACK ? `${this.open?.tail(LOOK_BACK)}${before}` : before;
  }

  /** Whether the bracket that closes is the last of the open value. */
  private leave(code: number, at: number): boolean {
    if (this.depth > this.level) {
      this.depth -= 1;
      const opening = code === BRACE_END ? BRACE : BRACKET;
      if (this.depth < DEEPEST_SEEN && this.brackets[this.depth] !== opening) this.isBroken = true;
    } else if (this.level > 0 && code === BRACKET_END) {
      this.depth -= 1;
      this.level = 0;
    } else {
      this.begin(at);
      return false;
    }
    if (this.depth === 0) this.isListFound = false;
    return this.open !== null && this.depth === this.level;
  }
}

function endsWord(code: number): boolean {
  return code === COMMA || code === BRACE || code === BRACKET || code === BRACKET_END;
}
