import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { createLoaders } from '../batch/loaders';
import { readConfig } from '../config';
import { openSnapshot } from '../copy/snapshot';
import { DAY_FORM, type ExportFilter } from '../export/export-filter';
import { headLines, readExportHead } from '../export/export-head';
import { exportPapers } from '../export/export-papers';
import { type ExportFormat, formatNames, isExportFormat } from '../export/formats';
import { codeOf } from '../problem';
import { expectTopics } from '../resolve/known-slugs';
import { isDay } from '../text/is-day';

interface Options {
  format?: string;
  topic?: string[];
  since?: string;
  out?: string;
}

/** `export`: writes papers to a file or to standard output, as they are at one moment, while the database serves. */
export const exportCommand = new Command('export')
  .description('write papers of the database of DATABASE_URL as references or a table')
  .option('--format <format>', formatNames())
  .option('--topic <slug>', 'only papers under this topic or a descendant; several for those under any', collect)
  .option('--since <day>', 'YYYY-MM-DD: only papers first seen on that day or later')
  .option('--out <file>', 'where to; standard output unless said')
  .action(async ({ format, topic: topics = [], since = undefined, out }: Options) => {
    if (format === undefined || !isExportFormat(format)) throw expected('--format', formatNames(), format);
    if (since !== undefined && !isDay(since)) throw expected('--since', DAY_FORM, since);
    if (out !== undefined) expectPlaceFor(out);
    const { databaseUrl } = readConfig(process.env);
    await exportTo(out, databaseUrl, format, { topics, since: since ?? null });
  });

function collect(slug: string, before: string[] = []): string[] {
  return [...before, slug];
}

function expected(option: string, form: string, got: string | undefined): Error {
  return new Error(`${option}: expected ${form}, got ${got === undefined ? 'nothing' : JSON.stringify(got)}`);
}

function expectPlaceFor(file: string): void {
  if (isFolder(file)) throw new Error(`--out: expected a file, got the folder ${file}`);
  if (!isFolder(dirname(file))) throw new Error(`--out: expected a folder ${dirname(file)}, got none`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function exportTo(
  out: string | undefined,
  databaseUrl: string,
  format: ExportFormat,
  filter: ExportFilter,
): Promise<void> {
  const { db, close } = await openSnapshot('DATABASE_URL', databaseUrl);
  try {
    await expectTopics('--topic', filter.topics, createLoaders(db));
    const head = await readExportHead(db, filter);
    const pieces = exportPapers(db, format, head);
    if (out === undefined) await print(pieces);
    else await writeFile(out, pieces);
    for (const line of headLines(head)) console.error(line);
  } finally {
    await close();
  }
}

async function print(pieces: AsyncIterable<string>): Promise<void> {
  // Whoever read, such as `head`, has had enough.
  await pipeline(Readable.from(pieces), process.stdout, { end: false }).catch((error: unknown) => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
}

/** Writes all of a file, or leaves what was there before. */
async function writeFile(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    const code = codeOf(error);
    throw code === '' ? error : new Error(`--out: expected to write ${file}, got ${code}`);
  } finally {
    rmSync(part, { force: true });
  }
}
