/** A record of RIS as it stands in the file. */
export interface RisRecord {
  /** What `TY` says: `JOUR`. */
  type: string;
  /** 1-based line of `TY`. */
  line: number;
  values: RisValue[];
  /** Whether it was longer than a record can be; then its values are not whole. */
  isTooLong: boolean;
}

/** A line with a tag, and the lines without one behind it. */
export interface RisValue {
  /** Two signs: `AU`. */
  tag: string;
  /** On as many lines as in the file, each without the blanks around it. */
  text: string;
}

/** A longer record is none, in UTF-16 units. */
const LONGEST = 4_000_000;
/** A tag, two blanks and a hyphen; some write one blank. */
const TAGGED = /^([A-Z][A-Z0-9])( {1,2}|\t)-(?:[ \t]|$)?(.*)$/s;
/** The line that begins a record, where another may be open: `KW  - x` set in is text of the tag before. */
const BEGINNING = /^[ \t]*TY(?: {1,2}|\t)-\s*[A-Za-z]+\s*$/;

/**
 * Finds the records of a RIS file that comes in lines: from `TY` to `ER`, or to the next `TY` where that is forgotten. What stands
 * between them is none of theirs.
 */
export class RisScanner {
  private record: RisRecord | null = null;
  private length = 0;
  private number = 0;
  /** What stands before its tags: some files are set in. */
  private margin = '';
  /** Whether tags stand before two blanks, as the first of the record does: then a word before one blank is text. */
  private hasTwoBlanks = true;

  /** Takes a line; the record that it ends, if it ends one. */
  take(line: string): RisRecord | null {
    this.number += 1;
    if (BEGINNING.test(line)) this.margin = /^[ \t]*/.exec(line)?.[0] ?? '';
    const [, tag, blanks = '', text = ''] =
      (line.startsWith(this.margin) ? TAGGED.exec(line.slice(this.margin.length)) : null) ?? [];
    if (tag === undefined || (this.record !== null && this.hasTwoBlanks && blanks === ' ')) {
      this.goOn(line.trim());
      return null;
    }
    if (tag === 'TY') return this.begin(text, blanks);
    if (tag === 'ER') return this.end();
    this.add(tag, text.trim());
    return null;
  }

  /** The record that is left at the end of the file. */
  end(): RisRecord | null {
    const { record } = this;
    this.record = null;
    return record;
  }

  private begin(text: string, blanks: string): RisRecord | null {
    const before = this.end();
    this.hasTwoBlanks = blanks !== ' ';
    this.length = 0;
    this.record = { type: text.trim(), line: this.number, values: [], isTooLong: false };
    return before;
  }

  private add(tag: string, text: string): void {
    if (this.hasRoomFor(text)) this.record?.values.push({ tag, text });
  }

  private goOn(text: string): void {
    const last = this.record?.values.at(-1);
    if (last !== undefined && this.hasRoomFor(text)) last.text += `\n${text}`;
  }

  private hasRoomFor(text: string): boolean {
    if (this.record === null) return false;
    this.length += text.length + 1;
    if (this.length > LONGEST) this.record.isTooLong = true;
    return this.length <= LONGEST;
  }
}
