import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The style sheet and the script: where they are written, and from `dist` where the build has put them. */
const FILES = join(__dirname, 'read', 'files');

/** The operations of the pages: where the build has put them, or among all others. */
const BUILT_OPERATIONS = join(__dirname, 'read', 'operations');
const OPERATIONS = join(__dirname, '..', 'schema', 'operations', 'reader');

/** What the reader's pages are made with, beside their own code. */
export interface ReaderFiles {
  style: Buffer;
  script: Buffer;
  /** Operations by the names of their files. */
  operations: ReadonlyMap<string, string>;
}

export function readReaderFiles(): ReaderFiles {
  const folder = existsSync(BUILT_OPERATIONS) ? BUILT_OPERATIONS : OPERATIONS;
  return {
    style: readFileSync(join(FILES, 'style.css')),
    script: readFileSync(join(FILES, 'script.js')),
    operations: new Map(
      readdirSync(folder).map((file) => [basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')]),
    ),
  };
}
