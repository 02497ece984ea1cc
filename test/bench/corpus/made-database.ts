import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../folders';
import { report } from '../report';
import { type ImportMeasure, importDigests } from './import-digests';
import { writeDigests } from './write-digests';

/** A filled database. */
export interface MadeDatabase {
  papers: number;
  /** The SQLite file, and the folder that keeps all that is made for this database. */
  file: string;
  folder: string;
  imported: ImportMeasure;
}

/**
 * A database with so many made-up papers, imported by Offprint itself; the one of an earlier run when it was made from
 * the same texts for the same tables.
 *
 * @param fresh make it again in any case, to measure the import
 */
export async function makeDatabase(papers: number, fresh: boolean): Promise<MadeDatabase> {
  const folder = join(CACHE, `${papers}-${fingerprint()}`);
  const file = join(folder, 'offprint.sqlite');
  const measure = join(folder, 'import.json');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(measure)) {
    const digests = join(folder, 'digests');
    const unfinished = join(folder, 'unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    report(`writing digests with ${papers} papers`);
    const files = writeDigests(digests, papers);
    report(`importing ${files.length} digests`);
    const imported = await importDigests(`sqlite:${join(unfinished, 'offprint.sqlite')}`, digests, files, papers);
    renameSync(join(unfinished, 'offprint.sqlite'), file);
    rmSync(unfinished, { recursive: true });
    rmSync(digests, { recursive: true });
    writeFileSync(measure, JSON.stringify(imported));
  }
  return { papers, file, folder, imported: JSON.parse(readFileSync(measure, 'utf8')) };
}

/** Changes when the texts or the tables would come out otherwise. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  const migrations = join(ROOT, 'src', 'store', 'migrations', 'sqlite');
  for (const folder of [migrations, __dirname, join(ROOT, 'seeds')]) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
