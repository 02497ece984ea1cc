/** A row of a table. */
export interface Row {
  /** 1-based line on which it begins. */
  line: number;
  /** Without the quotation marks around them; null where one is opened and never closed, or there are too many. */
  cells: string[] | null;
}

/** A longer row is none, in UTF-16 units. */
const LONGEST = 2_000_000;
const MOST_CELLS = 10_000;

/**
 * Finds the rows of a table that comes in pieces: cells in quotation marks may hold the separator, line breaks and doubled quotation
 * marks. Where a quotation mark opens a cell that nothing closes, the row ends with its line.
 */
export class RowScanner {
  private rest = '';
  private line = 1;

  /** @param separator one sign */
  constructor(private readonly separator: string) {}

  /** The rows that are complete with a piece; with the last one all that are left. */
  *take(piece: string, isLast: boolean): Iterable<Row> {
    this.rest += piece;
    let from = 0;
    while (from < this.rest.length) {
      const reading = new RowReading(this.rest, from, this.separator, isLast);
      const end = reading.read();
      if (end === 'MORE' && !isLast && this.rest.length - from <= LONGEST) break;
      const line = this.line;
      const isOpen = end === 'MORE' || end === 'OPEN' || end - from > LONGEST;
      const next = isOpen ? endOfLine(this.rest, from) : end;
      this.line += countBreaks(this.rest, from, next);
      from = next;
      yield { line, cells: isOpen ? null : reading.cells };
    }
    this.rest = this.rest.slice(from);
  }
}

/** Reads one row. */
class RowReading {
  readonly cells: string[] = [];

  constructor(
    private readonly text: string,
    private at: number,
    private readonly separator: string,
    private readonly isLast: boolean,
  ) {}

  /** The place behind the row; MORE where the text ends before it does, OPEN where a cell is never closed or there are too many. */
  read(): number | 'MORE' | 'OPEN' {
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.readQuoted() : this.readBare();
      if (cell === 'MORE' || cell === 'OPEN') return cell;
      if (this.cells.length === MOST_CELLS) return 'OPEN';
      this.cells.push(cell.text);
      this.at = cell.end + 1;
      if (this.text[cell.end] !== this.separator) return Math.min(this.at, this.text.length);
    }
  }

  private readBare(): { text: string; end: number } | 'MORE' {
    for (let end = this.at; end < this.text.length; end += 1) {
      const sign = this.text[end];
      if (sign === this.separator || sign === '\n') return { text: this.text.slice(this.at, end), end };
    }
    return this.isLast ? { text: this.text.slice(this.at), end: this.text.length } : 'MORE';
  }

  private readQuoted(): { text: string; end: number } | 'MORE' | 'OPEN' {
    for (let quote = this.text.indexOf('"', this.at + 1); quote !== -1; quote = this.text.indexOf('"', quote + 1)) {
      if (this.text[quote + 1] === '"') {
        quote += 1;
        continue;
      }
      const end = this.behindQuote(quote + 1);
      if (end === 'MORE') return 'MORE';
      const inner = this.text.slice(this.at + 1, quote);
      if (end !== null) return { text: inner.replaceAll('""', '"'), end };
      // Quotation marks that are not doubled: on one line the cell can still be told.
      return inner.includes('\n') ? 'OPEN' : this.readLoose();
    }
    return this.isLast ? 'OPEN' : 'MORE';
  }

  /** A cell with single quotation marks in it: up to the one before a separator on its line. */
  private readLoose(): { text: string; end: number } | 'MORE' {
    const lineEnd = this.text.indexOf('\n', this.at);
    if (lineEnd === -1 && !this.isLast) return 'MORE';
    const end = lineEnd === -1 ? this.text.length : lineEnd;
    const line = this.text.slice(this.at + 1, end);
    const close =
      line.endsWith('"') && !line.includes(`"${this.separator}`) ? line.length - 1 : line.indexOf(`"${this.separator}`);
    if (close === -1) return this.readBare();
    return { text: line.slice(0, close).replaceAll('""', '"'), end: this.at + 1 + close + 1 };
  }

  /** The end of a cell behind its last quotation mark, blanks left out; null where the cell goes on. */
  private behindQuote(from: number): number | 'MORE' | null {
    let end = from;
    while (this.text[end] === ' ' && this.separator !== ' ') end += 1;
    if (end >= this.text.length) return this.isLast ? end : 'MORE';
    return this.text[end] === this.separator || this.text[end] === '\n' ? end : null;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
