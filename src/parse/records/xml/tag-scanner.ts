/** A tag, and where it stands in the text that is held. */
export interface Tag {
  kind: 'START' | 'END' | 'EMPTY' | 'DOCTYPE';
  /** As written, with its prefix. */
  name: string;
  from: number;
  /** Behind its last character. */
  to: number;
}

/** The longest name of a tag that a cut between pieces can leave half, in UTF-16 units. */
const LONGEST_NAME = 100;
/** A longer tag is none. */
const LONGEST_TAG = 1_000_000;
/** The one of DBLP has 10,000. */
const LONGEST_DOCTYPE = 100_000;

/** So much of a text shows what it is, in UTF-16 units. */
const SHOWN = 250;

const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };
const DOCTYPE_START = '<!DOCTYPE';
const DOCTYPE = /<!DOCTYPE[^[\]>]*(?:>|\[(?:[^\]<]|<(?!!--)|<!--(?:[^-]|-(?!->))*-->|\](?!\s*>))*\]\s*>)/y;
const SIGN = /[<>"']/g;

/**
 * The tags of these names, as a pattern for {@link TagScanner.next}; where they do not matter, what they hide is passed over:
 * comments, CDATA and instructions.
 */
export function tagsNamed(name: string): RegExp {
  return new RegExp(`<(?:!--|!\\[CDATA\\[|!DOCTYPE(?=[\\s[>])|\\?|(/?)(${name})(?=[\\s/>]))`, 'g');
}

/** Any name of XML that is written in ASCII, as a pattern. */
export const ANY_NAME = `[A-Za-z_][\\w.:-]{0,${LONGEST_NAME - 1}}`;

/** Finds tags in a text that comes in pieces cut anywhere. */
export class TagScanner {
  /** What is held of the text. */
  text = '';
  /** Where the scan goes on. */
  at = 0;
  /** Whether text between tags is looked at: where there should be none. */
  isTextWatched = false;
  private stray: { text: string; line: number } | null = null;
  /** What ends the comment, or the like, that is open. */
  private hidden: string | null = null;
  private line = 1;
  /** Line breaks before it are counted in `line`. */
  private counted = 0;

  /** What ends the comment, or the like, that is open; null where none is. */
  get isHiddenUntil(): string | null {
    return this.hidden;
  }

  /** 1-based line of a place, which is not before one that was asked for. */
  lineAt(at: number): number {
    for (
      let next = this.text.indexOf('\n', this.counted);
      next !== -1 && next < at;
      next = this.text.indexOf('\n', next + 1)
    ) {
      this.line += 1;
    }
    this.counted = Math.max(this.counted, at);
    return this.line;
  }

  /** Lets go of the text before a place. */
  forget(before: number): void {
    this.lineAt(before);
    this.text = this.text.slice(before);
    this.at -= before;
    this.counted -= before;
  }

  /** Text that stood where none should, and where it began; once. */
  takeStray(): { text: string; line: number } | null {
    const { stray } = this;
    this.stray = null;
    return stray;
  }

  /**
   * The next tag that is whole; null where more text is needed.
   *
   * @param pattern made by {@link tagsNamed}
   * @param isLast whether no more text comes
   */
  next(pattern: RegExp, isLast: boolean): Tag | null {
    for (;;) {
      if (this.hidden !== null && !this.passHidden(this.hidden)) return null;
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found === null) {
        this.passText(isLast ? this.text.length : this.beforeCut(), isLast);
        return null;
      }
      this.passText(found.index, true);
      const [whole, slash, name] = found;
      if (whole === DOCTYPE_START) return this.takeDoctype(isLast);
      if (name !== undefined) return this.takeTag(name, slash === '/', isLast);
      this.hidden = ENDS[whole] as string;
      this.at += whole.length;
    }
  }

  private passHidden(end: string): boolean {
    const found = this.text.indexOf(end, this.at);
    this.at = found === -1 ? Math.max(this.at, this.text.length - end.length + 1) : found + end.length;
    if (found !== -1) this.hidden = null;
    return found !== -1;
  }

  /** Of text that should not be there so much is waited for as shows it. */
  private passText(to: number, isWhole: boolean): void {
    if (this.isTextWatched && this.stray === null) {
      const text = this.text.slice(this.at, to).trimStart();
      if (text !== '' && text.length < SHOWN && !isWhole) return;
      if (text !== '') this.stray = { text: text.slice(0, SHOWN), line: this.lineAt(to - text.length) };
    }
    this.at = to;
  }

  /** The place of a tag whose name may go on in the next piece; the end of the text where there is none. */
  private beforeCut(): number {
    const last = this.text.lastIndexOf('<');
    return last >= this.at && last > this.text.length - LONGEST_NAME - 60 ? last : this.text.length;
  }

  private takeDoctype(isLast: boolean): Tag | null {
    const from = this.at;
    DOCTYPE.lastIndex = from;
    const length = DOCTYPE.exec(this.text.slice(0, from + LONGEST_DOCTYPE))?.[0].length;
    if (length === undefined && !isLast && this.text.length - from < LONGEST_DOCTYPE) return null;
    this.at = from + (length ?? DOCTYPE_START.length);
    return { kind: 'DOCTYPE', name: DOCTYPE_START, from, to: this.at };
  }

  private takeTag(name: string, isEnd: boolean, isLast: boolean): Tag | null {
    const from = this.at;
    const to = this.endOfTag(from + 1 + name.length);
    if (to === null && !isLast && this.text.length - from < LONGEST_TAG) return null;
    this.at = to ?? this.text.length;
    const isEmpty = this.text.endsWith('/>', this.at) && to !== null;
    return { kind: isEnd ? 'END' : isEmpty ? 'EMPTY' : 'START', name, from, to: this.at };
  }

  /** Behind the bracket that closes a tag, or before the next tag where none does; null where the text ends before. */
  private endOfTag(from: number): number | null {
    let next = this.text.indexOf('<', from);
    if (next === -1) next = Number.POSITIVE_INFINITY;
    for (let at = from; ; ) {
      SIGN.lastIndex = at;
      const sign = SIGN.exec(this.text);
      if (sign === null) return null;
      if (sign[0] === '>') return sign.index + 1;
      if (sign[0] === '<') return sign.index;
      const end = this.text.indexOf(sign[0], sign.index + 1);
      // No value has such a bracket in it.
      if (next < (end === -1 ? Number.POSITIVE_INFINITY : end)) return next;
      if (end === -1) return null;
      at = end + 1;
    }
  }
}
