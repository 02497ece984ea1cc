import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { FactReader } from '../import/facts/facts';
import { readAhead } from '../import/files/read-ahead';
import type { DigestImport } from '../import/import-digest';
import { storeFile } from '../import/import-file';
import type { Sameness } from '../import/papers/tell-sameness';
import { messageOf } from '../problem';
import type { Store } from '../store/store';
import { touchCorpus } from '../store/write/corpus';
import { StillLocked } from '../store/write/patience';
import { expectDate, withImportingStore } from './with-importing-store';

/** Files from which on a progress bar is worth its line. */
const MANY_FILES = 5;

/** `seed`: imports digest files; a bad file is reported and the good ones are kept. */
export const seedCommand = new Command('seed')
  .description('import digest files into the database of DATABASE_URL')
  .argument('<files...>', 'text files, each with one or more digests')
  .option('--date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD of the digests, where the file names do not say the year')
  .option('--verbose', 'also list the lines around the papers that were dropped')
  .action(async (files: string[], { date, verbose }: { date?: string; verbose?: true }) => {
    expectDate(date);
    await withImportingStore((store, reader) => importFiles(store, reader, files, { date }, verbose === true));
  });

async function importFiles(
  store: Store,
  reader: FactReader,
  files: readonly string[],
  options: { date?: string },
  isVerbose: boolean,
): Promise<void> {
  const done: DigestImport[] = [];
  const problems: string[] = [];
  const notices: string[] = [];
  const dropped: string[] = [];
  const bar = files.length >= MANY_FILES && process.stderr.isTTY ? startBar(files.length) : undefined;
  let tried = 0;
  let canStore = true;
  /** Files that were understood, and not tried for the reason that was said of one before. */
  let unstored = 0;
  for await (const reading of readAhead(files, options, reader)) {
    const file = files[tried++] as string;
    if ('problem' in reading) problems.push(reading.problem);
    else if (!canStore) unstored += 1;
    else {
      try {
        const imported = await storeFile(store, reading.reader, reading.file);
        for (const digest of imported.digests) {
          done.push(digest);
          if (!bar) console.log(describe(digest));
        }
        notices.push(...imported.notices);
        for (const { text, line } of imported.dropped) dropped.push(`${file}:${line}: ${JSON.stringify(text)}`);
      } catch (error) {
        problems.push(`${file}: not stored: ${messageOf(error)}`);
        canStore = await isWritableAfter(error, store);
      }
    }
    bar?.increment();
  }
  bar?.stop();
  if (isVerbose) for (const line of dropped) console.log(`dropped: ${line}`);
  for (const notice of notices) console.warn(`note: ${notice}`);
  for (const problem of problems) console.error(`error: ${problem}`);
  const others = unstored === 1 ? '1 other file' : `${unstored} other files`;
  if (unstored > 0) console.error(`error: ${others}: not tried, since nothing can be stored`);
  const failed = problems.length + unstored;
  console.log(summarize(done, dropped.length, failed));
  if (failed > 0) process.exitCode = 1;
}

/**
 * Whether other files may be stored after one was not. Nothing can be where not even a write succeeds that changes nothing:
 * a database that may only be read, or that is gone. Where another process keeps the lock, each would wait as long.
 */
async function isWritableAfter(error: unknown, store: Store): Promise<boolean> {
  if (error instanceof StillLocked) return false;
  return store.write(touchCorpus).then(
    () => true,
    () => false,
  );
}

function startBar(total: number): SingleBar {
  const bar = new SingleBar({ format: '{bar} {value}/{total} files, {eta} s left', stream: process.stderr });
  bar.start(total, 0);
  return bar;
}

function describe({ slug, status, papers }: DigestImport): string {
  return `${slug}: ${status} (papers: ${papers.added} added, ${papers.changed} changed, ${papers.removed} removed)`;
}

function summarize(done: readonly DigestImport[], dropped: number, failed: number): string {
  const digests = (status: DigestImport['status']) => done.filter((digest) => digest.status === status).length;
  const papers = (part: keyof DigestImport['papers']) => done.reduce((sum, digest) => sum + digest.papers[part], 0);
  const titles = (is: Sameness['is']) =>
    done.reduce((sum, { sameness }) => sum + sameness.filter((each) => each.is === is).length, 0);
  return [
    `Digests: ${digests('added')} added, ${digests('changed')} changed, ${digests('unchanged')} unchanged, ${digests('removed')} removed`,
    `papers: ${papers('added')} added, ${papers('changed')} changed, ${papers('removed')} removed`,
    `titles: ${titles('joined')} joined to one written otherwise, ${titles('apart')} kept apart from the same one`,
    `lines dropped: ${dropped}`,
    `files that failed: ${failed}.`,
  ].join('; ');
}
