import { isAscii, isUtf8 } from 'node:buffer';
import { DigestSyntaxError } from '../digest-syntax-error';
import { cutAtEnd, type Encoding, encodingOfMark, firstNoUtf8, TELLING_BYTES, tellEncoding } from './tell-encoding';
import { decodeWindows1252, firstNoWindows1252 } from './windows-1252';

const NOTHING = Buffer.alloc(0);
const LONGEST_MARK = 3;

/** What bytes are, so far as they are text: the rest of them begins with what is none. */
interface Decoded {
  text: string;
  /** What stands behind it instead of text, for a message; null where all is well. */
  got: string | null;
}

/**
 * Decodes a file piece by piece. Byte order marks tell UTF-8 and UTF-16; else the first bytes that are no ASCII tell UTF-8 from
 * Windows-1252. Every line break becomes one `\n`.
 */
export class FileDecoder {
  /** What the file is written in; null while all of it is ASCII. */
  encoding: Encoding | null = null;
  /** Why the file cannot be read further than the text that was given; null while it can. */
  problem: DigestSyntaxError | null = null;
  /** 1-based line on which the next text begins. */
  private line = 1;
  private isBeginning = true;
  /** Bytes that cannot be decoded before others have come. */
  private held: Buffer = NOTHING;
  private endsInReturn = false;

  /** @param file its name, for messages */
  constructor(private readonly file: string) {}

  /** The text of the bytes that come next, and of those that were held. */
  decode(bytes: Buffer): string {
    return this.take(bytes, false);
  }

  /** The text of the bytes that are left when no more come. */
  end(): string {
    return this.take(NOTHING, true);
  }

  private take(next: Buffer, isLast: boolean): string {
    let bytes = this.held.length > 0 ? Buffer.concat([this.held, next]) : next;
    this.held = NOTHING;
    if (this.isBeginning) {
      if (bytes.length < LONGEST_MARK && !isLast) return this.hold(bytes);
      bytes = this.behindMarks(bytes);
      this.isBeginning = false;
    }
    const text = this.encoding === null ? this.takeUntold(bytes, isLast) : this.takeTold(bytes, isLast);
    return isLast && this.problem === null && this.endsInReturn ? `${text}\n` : text;
  }

  private hold(bytes: Buffer): string {
    this.held = Buffer.from(bytes);
    return '';
  }

  private behindMarks(bytes: Buffer): Buffer {
    for (let rest = bytes; ; ) {
      const mark = encodingOfMark(rest);
      if (mark === null || (this.encoding !== null && mark.encoding !== this.encoding)) return rest;
      this.encoding = mark.encoding;
      rest = rest.subarray(mark.length);
    }
  }

  /** While the encoding is not told, only ASCII is text. */
  private takeUntold(bytes: Buffer, isLast: boolean): string {
    const first = isAscii(bytes) ? bytes.length : bytes.findIndex((byte) => byte >= 0x80);
    const ascii = this.give(upToNul({ text: bytes.toString('latin1', 0, first), got: null }));
    const rest = bytes.subarray(first);
    if (this.problem !== null || rest.length === 0) return ascii;
    if (rest.length < TELLING_BYTES && !isLast) return ascii + this.hold(rest);
    const telling = rest.subarray(0, TELLING_BYTES);
    const isBinary = telling.includes(0);
    this.encoding = isBinary ? null : tellEncoding(telling, isLast && telling.length === rest.length);
    if (this.encoding !== null) return ascii + this.takeTold(rest, isLast);
    return ascii + this.give({ text: '', got: isBinary ? BINARY : 'bytes of another encoding' });
  }

  private takeTold(bytes: Buffer, isLast: boolean): string {
    const cut = isLast ? 0 : this.cutOf(bytes);
    const whole = bytes.subarray(0, bytes.length - cut);
    const text = this.give(upToNul(this.decoded(whole)));
    return this.problem === null && cut > 0 ? text + this.hold(bytes.subarray(bytes.length - cut)) : text;
  }

  private cutOf(bytes: Buffer): number {
    if (this.encoding === 'utf-8') return cutAtEnd(bytes);
    const [last = 0, before = 0] = [bytes.at(-1), bytes.at(-2)];
    if (this.encoding === 'windows-1252') {
      return before === 0xe2 ? 2 : last === 0xc2 || last === 0xc3 || last === 0xe2 ? 1 : 0;
    }
    const odd = bytes.length % 2;
    const high = this.encoding === 'utf-16be' ? bytes.at(-2 - odd) : bytes.at(-1 - odd);
    return odd + (high !== undefined && high >= 0xd8 && high <= 0xdb ? 2 : 0);
  }

  private decoded(bytes: Buffer): Decoded {
    if (this.encoding === 'windows-1252') return ofWindows1252(bytes);
    if (this.encoding === 'utf-8') return ofUtf8(bytes);
    return ofUtf16(this.encoding === 'utf-16be' ? swapped(bytes) : bytes);
  }

  /** Takes note of the lines in a text, and of what stands behind it. */
  private give({ text, got }: Decoded): string {
    let given = this.endsInReturn ? `\r${text}` : text;
    this.endsInReturn = false;
    if (given.includes('\r')) {
      this.endsInReturn = given.endsWith('\r') && got === null;
      given = (this.endsInReturn ? given.slice(0, -1) : given).replace(/\r\n?/g, '\n');
    }
    for (let at = given.indexOf('\n'); at !== -1; at = given.indexOf('\n', at + 1)) this.line += 1;
    if (got !== null) this.problem = new DigestSyntaxError(this.file, this.line, this.expected(), got);
    return given;
  }

  private expected(): string {
    if (this.encoding === null) return 'text in UTF-8';
    const name = this.encoding === 'windows-1252' ? 'Windows-1252' : this.encoding.toUpperCase();
    return this.encoding === 'utf-8' ? `text in ${name}` : `text in ${name}, as before, or all of it in UTF-8`;
  }
}

const BINARY = 'a binary file (a NUL character)';

function upToNul(decoded: Decoded): Decoded {
  const nul = decoded.text.indexOf('\0');
  return nul === -1 ? decoded : { text: decoded.text.slice(0, nul), got: BINARY };
}

function ofUtf8(bytes: Buffer): Decoded {
  // Text that is all ASCII, as most of large files is, is decoded many times faster so.
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), got: null };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), got: null };
  const stray = firstNoUtf8(bytes);
  const end = stray === -1 ? bytes.length - cutAtEnd(bytes) : stray;
  return { text: bytes.toString('utf8', 0, end), got: 'bytes that are not valid UTF-8' };
}

function ofWindows1252(bytes: Buffer): Decoded {
  const latin1 = bytes.toString('latin1');
  const stray = firstNoWindows1252(latin1);
  if (stray === null) return { text: decodeWindows1252(latin1), got: null };
  const got = stray.isUtf8 ? 'a character in UTF-8' : 'a byte that stands for nothing';
  return { text: decodeWindows1252(latin1.slice(0, stray.at)), got };
}

/** A half of a pair, or of a character. */
const STRAY = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function ofUtf16(bytes: Buffer): Decoded {
  const text = bytes.toString('utf16le', 0, bytes.length - (bytes.length % 2));
  const stray = text.search(STRAY);
  if (stray === -1 && bytes.length % 2 === 0) return { text, got: null };
  return { text: stray === -1 ? text : text.slice(0, stray), got: 'bytes that are not valid UTF-16' };
}

/** The same characters with their bytes the other way round; half a one at the end stays. */
function swapped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.subarray(0, copy.length - (copy.length % 2)).swap16();
  return copy;
}
