import { Command } from 'commander';
import type { FactReader } from '../import/facts/facts';
import { listFiles } from '../import/files/list-files';
import { STANDARD_INPUT, TextFile } from '../import/files/open-text';
import { readAnyFile } from '../import/files/read-any-file';
import { type AnyImport, importAnyFile } from '../import/import-any-file';
import type { FileImport } from '../import/import-file';
import type { PaperCounts } from '../import/papers/place-papers';
import type { RecordsImport } from '../import/records/import-records';
import { licenceOf } from '../import/records/licences';
import { DigestSyntaxError } from '../parse/file/digest-syntax-error';
import { isBroken } from '../parse/records/record';
import { messageOf, Problem } from '../problem';
import type { Store } from '../store/store';
import { ImportProgress } from './import-progress';
import { expectDate, withImportingStore } from './with-importing-store';

/** `import`: brings in whatever files say of papers; what cannot be read is reported and the rest is kept. */
export const importCommand = new Command('import')
  .description('import what files say of papers into the database of DATABASE_URL: digests, references, dumps')
  .argument('<files...>', 'files or folders in any format that is known, also as .gz; - for standard input')
  .option('--strict', 'keep nothing when anything cannot be read')
  .option('--date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD of digests, where the file names do not say the year')
  .action(async (paths: string[], { strict, date }: { strict?: true; date?: string }) => {
    expectDate(date);
    const files = await listFiles(paths);
    if (files.length === 0) throw new Error(`expected files to import, got none in ${paths.join(', ')}`);
    if (strict && files.includes(STANDARD_INPUT)) {
      throw new Error('--strict: expected files, which are read twice, got standard input');
    }
    if (strict && !(await areWhole(files, { date }))) {
      console.error('error: nothing was stored, since --strict was given');
      process.exitCode = 1;
      return;
    }
    await withImportingStore(async (store, reader) => {
      let problems = 0;
      for (const file of files) problems += await importFile(store, reader, file, { date });
      if (problems > 0) process.exitCode = 1;
    });
  });

/** Reads everything, and says what cannot be read. */
async function areWhole(files: readonly string[], options: { date?: string }): Promise<boolean> {
  let isWhole = true;
  const complain = (problem: string): void => {
    isWhole = false;
    console.error(`error: ${problem}`);
  };
  for (const file of files) {
    try {
      const { records, dump } = await readAnyFile(new TextFile(file), options);
      for await (const record of records?.records ?? []) if (isBroken(record)) complain(record.problem);
      for await (const item of dump?.items ?? []) if (item.kind === 'BROKEN') complain(item.problem);
    } catch (error) {
      complain(messageOf(error));
    }
  }
  return isWhole;
}

/** @returns how much of the file could not be read or stored */
async function importFile(store: Store, reader: FactReader, path: string, options: { date?: string }): Promise<number> {
  const text = new TextFile(path);
  const progress = await ImportProgress.of(text);
  try {
    const { digests, records, dump } = await importAnyFile(store, reader, text, options, (count) =>
      progress?.advance(count),
    );
    progress?.stop();
    if (digests) tellDigests(digests);
    if (records) tellRecords(text.name, records);
    if (dump) tellDump(text.name, dump);
    return (records?.broken.length ?? 0) + (dump?.broken.length ?? 0);
  } catch (error) {
    if (!(error instanceof Problem || error instanceof DigestSyntaxError)) throw error;
    console.error(`error: ${messageOf(error)}`);
    return 1;
  } finally {
    progress?.stop();
  }
}

function tellDigests({ digests, notices }: FileImport): void {
  for (const { slug, status, papers } of digests)
    console.log(`digest ${slug}: ${status} (papers: ${countsOf(papers)})`);
  for (const notice of notices) console.warn(`note: ${notice}`);
}

function tellRecords(file: string, { format, records, papers, broken }: RecordsImport): void {
  const { added, unchanged, removed } = records;
  const told = `records: ${added} added, ${unchanged} unchanged, ${removed} removed; papers: ${countsOf(papers)}`;
  console.log(`${file} (${format}): ${told}`);
  tellShareAlike(file, [format]);
  for (const problem of broken) console.error(`error: ${problem}`);
}

function tellShareAlike(file: string, formats: readonly RecordsImport['format'][]): void {
  const licences = formats.map(licenceOf).flatMap((licence) => (licence?.isShareAlike ? [licence.name] : []));
  for (const name of new Set(licences)) {
    console.warn(
      `note: ${file}: what it says is under ${name}; whoever passes it on has to say so, and under the same terms`,
    );
  }
}

type Dump = NonNullable<AnyImport['dump']>;

function tellDump(file: string, dump: Dump): void {
  const { isWhole, digests, sources, formats, records, papers, notices, broken } = dump;
  const told = [
    `digests: ${digests.added} added, ${digests.changed} changed, ${digests.unchanged} unchanged, ${digests.later} stored in a later state`,
    `sources: ${sources.added} added, ${sources.known} known, ${sources.later} stored in a later state`,
    `records: ${records.added} added, ${records.unchanged} unchanged, ${records.removed} removed`,
    `papers: ${countsOf(papers)}`,
  ];
  console.log(`${file} (export of Offprint${isWhole ? '' : ', a part'}): ${told.join('; ')}`);
  tellShareAlike(file, formats);
  for (const notice of notices) console.warn(`note: ${notice}`);
  for (const problem of broken) console.error(`error: ${problem}`);
}

function countsOf({ added, changed, removed }: PaperCounts): string {
  return `${added} added, ${changed} changed, ${removed} removed`;
}
