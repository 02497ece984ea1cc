import { ANY_NAME, type Tag, TagScanner, tagsNamed } from './tag-scanner';

/** What stands in a file of XML, each with its 1-based line. */
export type Found =
  /** A record from its first tag to its last; `refusal` says why it is none: `expected …, got …`. */
  | { kind: 'RECORD'; text: string; refusal: string | null; line: number }
  /** The name of the element that all others are in. */
  | { kind: 'ROOT'; name: string; line: number }
  | { kind: 'DOCTYPE'; text: string; line: number }
  /** Text where only markup should be. */
  | { kind: 'STRAY'; text: string; line: number }
  /** What is missing where the file ends. */
  | { kind: 'CUT'; expected: string; line: number };

/** A longer record is none, in UTF-16 units. */
const LONGEST_RECORD = 16_000_000;
/** More text than this is not looked at again for every piece of it that comes. */
const LOOKED_AT_OFTEN = 100_000;

const ANY = tagsNamed(ANY_NAME);

interface OpenRecord {
  name: string;
  from: number;
  line: number;
}

/**
 * Finds the records in a file of XML: elements of some names, however deep. Text comes in pieces cut anywhere; no more is held
 * than one record. Whatever is wrong with a record ends before the next. Documents may follow each other, as answers that were
 * put into one file do.
 */
export class RecordScanner {
  private readonly tags = new TagScanner();
  private readonly recordTags: RegExp;
  private readonly isRecord: RegExp;
  private record: OpenRecord | null = null;
  private root: string | null = null;
  /** Stray text goes on until the next tag: it is told of once. */
  private isStray = false;
  private enough = 0;

  /** @param names of the elements that are records, without prefixes */
  constructor(names: readonly string[]) {
    const name = `(?:[\\w.-]{1,50}:)?(?:${names.join('|')})`;
    this.recordTags = tagsNamed(name);
    this.isRecord = new RegExp(`^${name}$`);
  }

  /** What ends in the next piece of the text. */
  *read(piece: string): Generator<Found, void> {
    this.tags.text += piece;
    if (this.tags.text.length < this.enough) return;
    yield* this.scan(false);
    this.forget();
  }

  /** What is left when the text has ended. */
  *end(): Generator<Found, void> {
    yield* this.scan(true);
    const { tags, record, root } = this;
    const line = record?.line ?? tags.lineAt(tags.text.length);
    const expected = record ? `</${record.name}>` : (tags.isHiddenUntil ?? (root && `</${root}>`));
    if (expected !== null) yield { kind: 'CUT', expected, line };
  }

  private forget(): void {
    const before = this.record?.from ?? this.tags.at;
    this.tags.forget(before);
    if (this.record !== null) this.record.from -= before;
    const held = this.tags.text.length;
    this.enough = held > LOOKED_AT_OFTEN ? held * 1.25 : 0;
  }

  private *scan(isLast: boolean): Generator<Found, void> {
    for (;;) {
      this.tags.isTextWatched = this.record === null && this.root === null;
      const tag = this.tags.next(this.record === null ? ANY : this.recordTags, isLast);
      const stray = this.tags.takeStray();
      if (stray !== null && !this.isStray) yield { kind: 'STRAY', ...stray };
      this.isStray = tag === null && (this.isStray || stray !== null);
      if (tag === null) break;
      const found = this.record === null ? this.takeOutside(tag) : this.takeInside(tag, this.record);
      if (found !== null) yield found;
    }
    if (this.record !== null && this.tags.at - this.record.from > LONGEST_RECORD) yield this.close(this.tags.at);
  }

  private takeOutside({ kind, name, from, to }: Tag): Found | null {
    const { tags } = this;
    const line = tags.lineAt(from);
    if (kind === 'DOCTYPE') return { kind, text: tags.text.slice(from, to), line };
    if (kind === 'END') {
      if (name === this.root) this.root = null;
    } else if (this.isRecord.test(name)) {
      this.record = { name, from, line };
      if (kind === 'EMPTY') return this.close(to);
    } else if (this.root === null) {
      if (kind === 'START') this.root = name;
      return { kind: 'ROOT', name, line };
    }
    return null;
  }

  private takeInside({ kind, name, from, to }: Tag, record: OpenRecord): Found | null {
    if (kind === 'END') return name === record.name ? this.close(to) : null;
    if (kind === 'DOCTYPE') return null;
    // It is not closed: the next one is read all the same.
    this.tags.at = from;
    return this.close(from, `expected </${record.name}>, got another <${name}>`);
  }

  private close(to: number, fault: string | null = null): Found {
    const { from, line } = this.record as OpenRecord;
    this.record = null;
    const length = to - from;
    const refusal =
      length > LONGEST_RECORD
        ? `expected a record of at most ${LONGEST_RECORD.toLocaleString('en-US')} characters, got a longer one`
        : fault;
    return { kind: 'RECORD', text: refusal === null ? this.tags.text.slice(from, to) : '', refusal, line };
  }
}
