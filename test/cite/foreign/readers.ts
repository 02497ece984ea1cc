import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installFromLock } from '../../../src/install-from-lock';

/** What readers make of a paper in CSL-JSON. */
export interface ForeignItem {
  id: string;
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  [member: string]: unknown;
}

/** What each of other people's readers makes of a file; that of Better BibTeX for Zotero by itself. */
interface ForeignReadings {
  'citation-js': ForeignItem[];
  'citation-js-csl': ForeignItem[];
  'better-bibtex': { errors: { error: string }[]; entries: { key: string; type: string; fields: { title: string } }[] };
  astrocite: ForeignItem[];
  /** As HTML, with what is HTML already, and with links made of bare addresses. */
  'markdown-it': string;
}

/** Installs the readers, unless that was done. */
export function installReaders(): void {
  installFromLock(__dirname);
}

/**
 * What one of other people's readers makes of files.
 *
 * @throws Error with what it says of a file that it cannot read
 */
export function readWith<Reader extends keyof ForeignReadings>(
  reader: Reader,
  files: readonly string[],
): ForeignReadings[Reader][] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'read.mjs'), reader], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${reader}: expected exit code 0, got ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
