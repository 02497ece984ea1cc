/** An entry taken apart. */
export interface Entry {
  /** In lower case: `article`. */
  type: string;
  /** As written; null where there is none. */
  key: string | null;
  /** In order, a name twice where it stands twice. */
  fields: Field[];
  /** The field whose value never ends, if one does not. */
  openField: string | null;
}

/** A field of an entry. */
export interface Field {
  /** As written. */
  name: string;
  /** With the markup of TeX, without the brackets around it; strings put in, parts joined. */
  value: string;
}

/** The texts that `@string` names, by the name in lower case. */
export type Strings = Map<string, string>;

/** How braces behind a backslash count: BibTeX counts them as it does others; a text that does not come out even may not. */
export type EscapedBraces = 'COUNT' | 'ARE_TEXT';

/** A longer value is cut, and a longer string is none: a few of them within each other would fill any memory. In UTF-16 units. */
const LONGEST_VALUE = 1_000_000;
const LONGEST_STRING = 10_000;
const MOST_STRINGS = 100_000;

const HEAD = /^@\s*(\p{L}[\w:+-]*)\s*[{(]/u;
const KEY = /\s*([^,={}"\n]*)/y;
const GAP = /(?:[\s,]|%[^\n]*(?:\n|$))*/y;
const NAME = /([^\s=,{}"#%()\\]+)\s*=\s*/y;
const WORD = /[^\s,#{}"=]+/y;
const ENDS = /\s*(?:[,#]|$|[})]\s*$|\n\s*[A-Za-z][\w-]*\s*=)/y;
/** What ends a value in neither braces nor quotation marks: its line, or the next field on it. */
const NEXT_FIELD = /\n|,[ \t]{0,50}[A-Za-z][\w-]{0,100}[ \t]{0,50}=/g;

/** Takes an entry apart. Never throws; what it does not understand it leaves out, up to the next field. */
export function parseEntry(text: string, strings: Strings, escaped: EscapedBraces = 'COUNT'): Entry {
  return new EntryReader(text, strings, escaped).read();
}

/** Keeps the texts that a `@string` entry names. */
export function keepStrings(entry: Entry, strings: Strings): void {
  for (const { name, value } of entry.fields) {
    if (value.length <= LONGEST_STRING && strings.size < MOST_STRINGS) strings.set(name.toLowerCase(), value);
  }
}

class EntryReader {
  private at: number;
  private readonly end: number;
  private readonly type: string;

  constructor(
    private readonly text: string,
    private readonly strings: Strings,
    private readonly escaped: EscapedBraces,
  ) {
    const [head = '', type = ''] = HEAD.exec(text) ?? [];
    this.at = head.length;
    this.type = type.toLowerCase();
    this.end = /[})]$/.test(text) ? text.length - 1 : text.length;
  }

  read(): Entry {
    const entry: Entry = { type: this.type, key: this.readKey(), fields: [], openField: null };
    for (;;) {
      this.match(GAP);
      if (this.at >= this.end) return entry;
      const name = this.match(NAME)?.[1];
      if (name === undefined) {
        if (!this.skipJunk()) return entry;
        continue;
      }
      const value = this.readValue();
      if (value === null) return { ...entry, openField: name };
      entry.fields.push({ name, value });
    }
  }

  /** The key, if what stands first is not a field already. */
  private readKey(): string | null {
    const start = this.at;
    const key = this.match(KEY)?.[1]?.trim() ?? '';
    if (this.text[this.at] === '=') {
      this.at = start;
      return null;
    }
    return key === '' ? null : key.replace(/\s+/g, ' ');
  }

  /** The parts of a value, joined; null where one never ends. */
  private readValue(): string | null {
    let value = '';
    for (;;) {
      const part = this.readPart();
      if (part === null) return null;
      if (value.length + part.length <= LONGEST_VALUE) value += part;
      this.skipBlanks();
      if (this.text[this.at] !== '#' || this.at >= this.end) return value;
      this.at += 1;
      this.skipBlanks();
    }
  }

  private readPart(): string | null {
    const sign = this.text[this.at];
    if (sign === '{') return this.readBraces();
    if (sign === '"') return this.readQuotes();
    const start = this.at;
    this.match(WORD);
    const word = this.text.slice(start, this.at);
    if (word !== '' && this.looksAt(ENDS))
      return /^\d+$/.test(word) ? word : (this.strings.get(word.toLowerCase()) ?? word);
    return this.readUnquoted(start);
  }

  /** Up to the comma before the next field or to the end of the line. */
  private readUnquoted(start: number): string {
    NEXT_FIELD.lastIndex = start;
    const value = this.text.slice(start, Math.min(NEXT_FIELD.exec(this.text)?.index ?? this.end, this.end));
    this.at = start + value.length;
    const trimmed = value.trimEnd();
    return trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed;
  }

  private readBraces(): string | null {
    const start = this.at;
    const close = this.closeOf(start);
    if (close === -1) return null;
    this.at = close + 1;
    return this.text.slice(start + 1, close);
  }

  /** Up to the quotation mark behind which the value can end: others are part of the text. */
  private readQuotes(): string | null {
    const start = this.at;
    let depth = 0;
    let last = -1;
    for (let at = start + 1; at < this.end; at += 1) {
      const sign = this.text[at];
      if (sign === '\\' && this.escaped === 'ARE_TEXT') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth = Math.max(0, depth - 1);
      else if (sign === '"' && depth === 0) {
        last = at;
        this.at = at + 1;
        if (this.looksAt(ENDS)) break;
      }
    }
    if (last === -1) return null;
    this.at = last + 1;
    return this.text.slice(start + 1, last);
  }

  private closeOf(open: number): number {
    let depth = 0;
    for (let at = open; at < this.end; at += 1) {
      const sign = this.text[at];
      if (sign === '\\' && this.escaped === 'ARE_TEXT') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return -1;
  }

  /** Leaves out what is no field; false where it never ends. */
  private skipJunk(): boolean {
    if (this.text[this.at] === '{') {
      const close = this.closeOf(this.at);
      if (close === -1) return false;
      this.at = close + 1;
      return true;
    }
    this.at += 1;
    while (this.at < this.end && !/[,{\n]/.test(this.text[this.at] as string)) this.at += 1;
    return true;
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = Math.min(pattern.lastIndex, this.end);
    return found;
  }
}
