import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { hasTooManyLinks, MOST_LINKS } from '../../extract/links/address/find-addresses';
import type { DigestEntry, ParsedDigest } from '../../parse/digest/digest';
import { parseDigestFile } from '../../parse/digest/parse-digest-file';
import { expectBytes } from '../../parse/file/bounds';
import { decodeText } from '../../parse/file/decode-text';
import { DigestSyntaxError } from '../../parse/file/digest-syntax-error';
import { hubDigests } from '../../parse/records/hub/hub-digests';
import { readHubDaily } from '../../parse/records/hub/read-hub-daily';
import { tellFormat } from '../../parse/records/tell-format';
import { codeOf, Problem } from '../../problem';

/** What a person says of files beside what stands in them. */
export interface ReadOptions {
  /** The year, month or day of the digest where the file name does not say it. */
  date?: string;
}

/** How much of a file is read at a time. */
const PART_BYTES = 1_000_000;

/** So many blanks may stand before JSON, in bytes. */
const BLANK_AT_MOST = 1_000;

/** The file that a digest came from. */
export interface DigestSource {
  /** Name of the file, without folders. */
  file: string;
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: string;
}

/** A digest file, read. */
export interface ReadFile {
  path: string;
  source: DigestSource;
  /** Its size. */
  bytes: number;
  digests: ParsedDigest[];
}

/**
 * @throws DigestSyntaxError when the file is no digest or too large for one, and a Problem that names a file that cannot
 *   be read
 */
export async function readDigestFile(path: string, options: ReadOptions): Promise<ReadFile> {
  const bytes = await readBytes(path);
  const digests = await digestsIn(bytes, path, options);
  for (const { entries } of digests) expectFewLinks(path, entries);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, source: { file: basename(path), sha256 }, bytes: bytes.length, digests };
}

/** Daily papers as the hub gives them, or the plain text of a digest. */
async function digestsIn(bytes: Buffer, path: string, options: ReadOptions): Promise<ParsedDigest[]> {
  if (!/^(?:\xef\xbb\xbf)?\s*[[{]/.test(bytes.subarray(0, BLANK_AT_MOST).toString('latin1'))) {
    return parseDigestFile(bytes, path, options);
  }
  const text = decodeText(bytes, path);
  if (tellFormat(text) !== 'HUB_DAILY') return parseDigestFile(bytes, path, options);
  return hubDigests(readHubDaily(Readable.from([text]), path), path);
}

/** No more is read than may be: not all that can be named as a file ends. */
async function readBytes(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    expectBytes(path, (await stat(path)).size);
    for await (const part of createReadStream(path, { highWaterMark: PART_BYTES })) {
      bytes += part.length;
      expectBytes(path, bytes);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof DigestSyntaxError) throw error;
    throw new Problem(`${path}: expected a file that can be read, got ${codeOf(error)}`);
  }
  return Buffer.concat(parts, bytes);
}

/** @throws DigestSyntaxError at the first entry whose text has more addresses than are read */
export function expectFewLinks(path: string, entries: readonly DigestEntry[]): void {
  for (const { title, abstract, line } of entries) {
    if (!hasTooManyLinks(title) && !hasTooManyLinks(abstract ?? '')) continue;
    throw new DigestSyntaxError(path, line, `a paper with at most ${MOST_LINKS} addresses in its text`, 'more');
  }
}
