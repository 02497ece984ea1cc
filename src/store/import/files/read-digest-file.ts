import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedDigest } from '../../../parse/digest';
import { parseDigestFile } from '../../../parse/parse-digest-file';
import { Problem } from '../../../problem';
import type { DigestSource } from '../import-digest';

/** What a person says of files beside what stands in them. */
export interface ReadOptions {
  /** The year, month or day of the digest where the file name does not say it. */
  date?: string;
}

/** A digest file, read. */
export interface ReadFile {
  path: string;
  source: DigestSource;
  digests: ParsedDigest[];
}

/** @throws DigestSyntaxError when the file is no digest, and a Problem that names a file that cannot be read */
export async function readDigestFile(path: string, options: ReadOptions): Promise<ReadFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${path}: expected a file that can be read, got ${error.code}`);
  });
  const digests = parseDigestFile(bytes, path, options);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, source: { file: basename(path), sha256 }, digests };
}
