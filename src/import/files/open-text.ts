import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DigestSyntaxError } from '../../parse/file/digest-syntax-error';
import { FileDecoder } from '../../parse/file/encoding/file-decoder';
import { isGzip, packedFormatOf, SIGNATURE_BYTES } from '../../parse/file/encoding/packed-formats';
import type { Encoding } from '../../parse/file/encoding/tell-encoding';
import { codeOf, messageOf, Problem } from '../../problem';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** How much of a file is read, or unpacked, at a time. */
const PART_BYTES = 256 * 1024;

/**
 * The text of a file, in pieces cut anywhere: without byte order mark, every line break one `\n`. No more of a file is held
 * than {@link PART_BYTES} and what is unpacked of them. It is read once.
 */
export class TextFile implements AsyncIterable<string> {
  /** As messages name it: its path, or `standard input`. */
  readonly name: string;
  private readonly decoder: FileDecoder;
  private bytesRead = 0;
  private readonly hash = createHash('sha256');

  /** @param path a path, or {@link STANDARD_INPUT} */
  constructor(private readonly path: string) {
    this.name = path === STANDARD_INPUT ? 'standard input' : path;
    this.decoder = new FileDecoder(this.name);
  }

  /** Its size as it lies on the disk, packed or not, in bytes; null where that is not known. */
  async size(): Promise<number | null> {
    if (this.path === STANDARD_INPUT) return null;
    const found = await stat(this.path).catch(() => null);
    return found?.isFile() ? found.size : null;
  }

  /** How many of these bytes have been read. */
  get read(): number {
    return this.bytesRead;
  }

  /** SHA-256 of these bytes, hexadecimal. */
  get sha256(): string {
    return this.hash.copy().digest('hex');
  }

  /** What the text so far is written in; null while all of it is ASCII. */
  get encoding(): Encoding | null {
    return this.decoder.encoding;
  }

  /**
   * @throws DigestSyntaxError at the line where the file is no text, and a Problem when it is none from its beginning, cannot be
   *   read, or is a damaged `.gz`
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<string, void> {
    for await (const bytes of this.unpacked()) yield* this.checked(this.decoder.decode(bytes));
    yield* this.checked(this.decoder.end());
  }

  private *checked(text: string): Generator<string, void> {
    if (text !== '') yield text;
    if (this.decoder.problem !== null) throw this.decoder.problem;
  }

  private async *unpacked(): AsyncGenerator<Buffer, void> {
    const parts = this.parts();
    try {
      const first = await firstOf(parts);
      const packed = packedFormatOf(first);
      if (packed !== null) throw new Problem(`${this.name}: expected text, or text in a .gz file, got ${packed}`);
      const all = concatenated(first, parts);
      yield* isGzip(first) ? this.gunzipped(all) : all;
    } catch (error) {
      throw this.told(error);
    }
  }

  private async *parts(): AsyncGenerator<Buffer, void> {
    const stream: AsyncIterable<Buffer> =
      this.path === STANDARD_INPUT ? process.stdin : createReadStream(this.path, { highWaterMark: PART_BYTES });
    for await (const part of stream) {
      this.bytesRead += part.length;
      this.hash.update(part);
      yield part;
    }
  }

  private async *gunzipped(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    // Whoever reads hears of what goes wrong, here and there.
    const text = pipeline(Readable.from(parts), createGunzip({ chunkSize: PART_BYTES }), () => undefined);
    yield* text as AsyncIterable<Buffer>;
  }

  private told(error: unknown): unknown {
    if (error instanceof Problem || error instanceof DigestSyntaxError) return error;
    const code = codeOf(error);
    if (code.startsWith('Z_')) {
      return new Problem(
        `${this.name}: expected a whole .gz file, got one that is cut or damaged (${messageOf(error)})`,
      );
    }
    return new Problem(`${this.name}: expected a file that can be read, got ${code || messageOf(error)}`);
  }
}

/** As many bytes as tell what they are, or all that there are. */
async function firstOf(parts: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  let first = Buffer.alloc(0);
  while (first.length < SIGNATURE_BYTES) {
    const next = await parts.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return first;
}

async function* concatenated(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  if (first.length > 0) yield first;
  yield* rest;
}
