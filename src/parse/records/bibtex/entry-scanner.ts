/** An entry of a BibTeX file as it stands there. */
export interface EntryText {
  /** From the `@` to the bracket that closes it, without the brackets that were one too many. */
  text: string;
  /** The last bracket, where nothing else is missing. */
  forgotten: '' | '}' | ')';
  /** 1-based line of the `@`. */
  line: number;
  /** OPEN where the file or the next entry came before the bracket that closes it; TOO_LONG where it was given up. */
  end: 'CLOSED' | 'OPEN' | 'TOO_LONG';
  /** 1-based line on which what came instead begins; null where that is the end of the file. */
  endLine: number | null;
}

/** A longer entry is given up, in UTF-16 units. */
const LONGEST = 4_000_000;
/** So much further the text is looked at to know what stands at a place, in UTF-16 units. */
const AHEAD = 300;
/** So many brackets that are one too many are forgiven. */
const MOST_STRAYS = 5;

const HEAD = /@\s{0,20}(\p{L}[\w:+-]{0,50})\s{0,20}([{(])/uy;
/** A line on which an entry begins: what was open before it was never closed. */
const NEXT_ENTRY =
  /\n[ \t]{0,20}@[ \t]{0,20}(?:(?:string|preamble|comment)[ \t]{0,20}[{(]|\p{L}[\w:+-]{0,50}[ \t]{0,20}[{(][ \t]{0,20}[^\s{}(),"=#%@]{0,200}[ \t]{0,20},)/iuy;
const MAYBE_NEXT_ENTRY = /\n[ \t]{0,20}(?:@[^\n]*)?$/y;
/** Behind a bracket that closed too early the fields go on. */
const GOES_ON = /\s{0,50},\s{0,50}[A-Za-z][\w-]{0,50}\s{0,20}=/y;
const MAYBE_GOES_ON = /\s{0,50}(?:,[\s\w-]{0,120})?$/y;

/**
 * Finds the entries of a BibTeX file that comes in pieces: `@name{…}` or `@name(…)`, what stands between them is comment. Where one
 * is not closed before a line on which the next begins, it ends there.
 */
export class EntryScanner {
  private rest = '';
  /** Line of the first character of the rest. */
  private line = 1;
  /** What stands on the line before the rest, blanks left out. */
  private lineBefore: '' | '%' | 'other' = '';
  private wordBefore = false;
  private inside: Inside | null = null;
  /** Comments that were never closed are taken for words between the entries. */
  private areCommentsClosed = true;
  /** Whether there was a comment that is closed. */
  hasComment = false;

  /** The entries that are complete with a piece; with the last one all that are left. */
  *take(piece: string, isLast: boolean): Iterable<EntryText> {
    this.rest += piece;
    for (;;) {
      if (this.inside === null && !this.findHead(isLast)) return;
      const entry = this.readBody(isLast);
      if (entry === null) return;
      if (entry !== 'COMMENT') yield entry;
    }
  }

  /** Moves the rest to the next `@` that opens an entry; whether there is one. */
  private findHead(isLast: boolean): boolean {
    for (;;) {
      const at = this.rest.indexOf('@');
      if (at === -1) {
        this.skip(this.rest.length);
        return false;
      }
      this.skip(at);
      HEAD.lastIndex = 0;
      const [head, name = '', bracket = '{'] = HEAD.exec(this.rest) ?? [];
      if (head === undefined && !isLast && this.rest.length < AHEAD) return false;
      const isComment = /^comment$/i.test(name);
      if (head === undefined || this.lineBefore === '%' || this.wordBefore || (isComment && !this.areCommentsClosed)) {
        this.skip(1);
        continue;
      }
      this.inside = new Inside(head.length, bracket, isComment);
      return true;
    }
  }

  /** Reads on in an entry; null where more text is needed. */
  private readBody(isLast: boolean): EntryText | 'COMMENT' | null {
    const inside = this.inside as Inside;
    const end = inside.read(this.rest, isLast);
    if (end === null && this.rest.length <= LONGEST) return null;
    this.inside = null;
    if (inside.isComment) {
      if (end?.kind === 'CLOSED') this.hasComment = true;
      else this.areCommentsClosed = false;
      this.skip(end?.kind === 'CLOSED' ? end.at : 1);
      return 'COMMENT';
    }
    const line = this.line;
    const text = inside.textUpTo(this.rest, end?.at ?? this.rest.length);
    this.skip(end?.at ?? this.rest.length);
    const { forgotten } = inside;
    if (end === null) return { text, forgotten, line, end: 'TOO_LONG', endLine: null };
    return { text, forgotten, line, end: end.kind, endLine: this.rest === '' ? null : this.line + 1 };
  }

  /** Leaves behind what is read. */
  private skip(length: number): void {
    if (length === 0) return;
    const text = this.rest.slice(0, length);
    const lastBreak = text.lastIndexOf('\n');
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.line += 1;
    if (lastBreak !== -1) this.lineBefore = '';
    if (this.lineBefore === '') {
      const first = /\S/.exec(text.slice(lastBreak + 1))?.[0];
      this.lineBefore = first === undefined ? '' : first === '%' ? '%' : 'other';
    }
    this.wordBefore = /[\p{L}\p{N}]$/u.test(text.slice(-2));
    this.rest = this.rest.slice(length);
  }
}

/** The state of the reading within an entry. */
class Inside {
  private depth: number;
  private isQuoted = false;
  private quoteDepth = 0;
  private readonly strays: number[] = [];
  forgotten: EntryText['forgotten'] = '';

  constructor(
    private at: number,
    private readonly bracket: string,
    readonly isComment: boolean,
  ) {
    this.depth = bracket === '{' ? 1 : 0;
  }

  /** The place behind the entry; null where it is not to be known yet. */
  read(text: string, isLast: boolean): { at: number; kind: 'CLOSED' | 'OPEN' } | null {
    const signs = /[{}")\n]/g;
    for (;;) {
      signs.lastIndex = this.at;
      const found = signs.exec(text);
      if (found === null) {
        this.at = text.length;
        return isLast ? this.ended(text.length) : null;
      }
      const { index } = found;
      const step = found[0] === '\n' ? this.stepLine(text, index, isLast) : this.step(text, index, found[0], isLast);
      if (step === 'WAIT') {
        this.at = index;
        return null;
      }
      this.at = index + 1;
      if (step === 'CLOSED') return { at: index + 1, kind: 'CLOSED' };
      if (step === 'OPEN') return this.ended(index);
    }
  }

  /** The entry up to a place, without the brackets that were one too many. */
  textUpTo(text: string, end: number): string {
    let from = 0;
    let kept = '';
    for (const stray of this.strays) {
      kept += `${text.slice(from, stray)} `;
      from = stray + 1;
    }
    return kept + text.slice(from, end);
  }

  /** Where nothing but the last bracket is missing, an entry is closed all the same. */
  private ended(at: number): { at: number; kind: 'CLOSED' | 'OPEN' } {
    if (this.isComment || this.isQuoted || this.depth !== (this.bracket === '{' ? 1 : 0)) return { at, kind: 'OPEN' };
    this.forgotten = this.bracket === '{' ? '}' : ')';
    return { at, kind: 'CLOSED' };
  }

  private step(text: string, index: number, sign: string, isLast: boolean): 'ON' | 'CLOSED' | 'WAIT' {
    if (sign === '"') this.stepQuote(text, index);
    else if (this.isQuoted) {
      if (sign === '{') this.quoteDepth += 1;
      else if (sign === '}') this.quoteDepth = Math.max(0, this.quoteDepth - 1);
    } else if (sign === '{') this.depth += 1;
    else if (sign === '}') {
      if (this.bracket === '{' && this.depth === 1) return this.close(text, index, isLast);
      this.depth = Math.max(0, this.depth - 1);
    } else if (this.bracket === '(' && this.depth === 0) return this.close(text, index, isLast);
    return 'ON';
  }

  /** A quotation mark opens a value only where one may begin; within braces it is text. */
  private stepQuote(text: string, index: number): void {
    if (this.isComment) return;
    if (this.isQuoted) {
      if (this.quoteDepth === 0) this.isQuoted = false;
      return;
    }
    if (this.depth !== (this.bracket === '{' ? 1 : 0)) return;
    let before = index - 1;
    while (/\s/.test(text[before] ?? '')) before -= 1;
    this.isQuoted = text[before] === '=' || text[before] === '#';
    this.quoteDepth = 0;
  }

  private stepLine(text: string, index: number, isLast: boolean): 'ON' | 'OPEN' | 'WAIT' {
    if (this.isComment) return 'ON';
    NEXT_ENTRY.lastIndex = index;
    if (NEXT_ENTRY.test(text)) return 'OPEN';
    MAYBE_NEXT_ENTRY.lastIndex = index;
    return !isLast && text.length - index < AHEAD * 2 && MAYBE_NEXT_ENTRY.test(text) ? 'WAIT' : 'ON';
  }

  private close(text: string, index: number, isLast: boolean): 'ON' | 'CLOSED' | 'WAIT' {
    if (this.isComment || this.strays.length >= MOST_STRAYS) return 'CLOSED';
    GOES_ON.lastIndex = index + 1;
    if (GOES_ON.test(text)) {
      this.strays.push(index);
      return 'ON';
    }
    MAYBE_GOES_ON.lastIndex = index + 1;
    return !isLast && text.length - index < AHEAD && MAYBE_GOES_ON.test(text) ? 'WAIT' : 'CLOSED';
  }
}
