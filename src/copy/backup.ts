import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import sql from 'sql-template-tag';
import { sqliteFileOf } from '../store/engine/database-url';
import { type Db, run } from '../store/sql';
import { connect } from '../store/store';

/** A backup that was made. */
export interface Backup {
  bytes: number;
  papers: number;
  digests: number;
}

/**
 * Writes an SQLite database, as it is at one moment, to a file that stands alone. The database may go on serving and
 * importing. What is under the file's name is a whole and checked backup, or what was there before.
 *
 * By `vacuum into` and not by SQLite's page-wise backup: it reads in one transaction, so writers cannot make it begin
 * again, and it leaves one compact file without a log beside it, in about the same time.
 *
 * @param databaseUrl `sqlite:FILE`
 * @param force whether a file that is there may be replaced
 * @throws Error when there is such a file, or the backup does not pass its check
 */
export async function backUp(databaseUrl: string, file: string, force: boolean): Promise<Backup> {
  const database = sqliteFileOf(databaseUrl);
  if (!existsSync(database)) throw new Error(`DATABASE_URL: expected an SQLite database at ${database}, got no file`);
  if (!existsSync(dirname(file))) throw new Error(`FILE: expected a folder ${dirname(file)}, got none`);
  if (existsSync(file)) {
    if (realpathSync(file) === realpathSync(database)) {
      throw new Error(`FILE: expected another file than the database itself, got ${file}`);
    }
    if (!force) throw new Error(`FILE: expected a new file, got ${file}, which is there; --force replaces it`);
  }
  const part = `${file}.${process.pid}.part`;
  try {
    await withReader('DATABASE_URL', databaseUrl, (db) => run(db, sql`vacuum into ${part}`));
    const backup = await withReader('FILE', `sqlite:${part}`, check);
    toDisk(part);
    renameSync(part, file);
    toDisk(dirname(file));
    return { ...backup, bytes: statSync(file).size };
  } finally {
    rmSync(part, { force: true });
  }
}

async function withReader<Done>(setting: string, url: string, work: (db: Db) => Promise<Done>): Promise<Done> {
  const dataSource = await connect(setting, url);
  try {
    return await work(dataSource.manager);
  } finally {
    await dataSource.destroy();
  }
}

async function check(db: Db): Promise<Omit<Backup, 'bytes'>> {
  const problems = await run<{ integrity_check: string }>(db, sql`pragma integrity_check`);
  const found = problems.map((row) => row.integrity_check).join('; ');
  if (found !== 'ok') throw new Error(`The backup did not pass its check, and was deleted: ${found}`);
  const [counts] = await run<Omit<Backup, 'bytes'>>(
    db,
    sql`select (select count(*) from paper) as papers, (select count(*) from digest) as digests from corpus`,
  );
  if (!counts) throw new Error('The corpus row is missing: the database was not migrated by Offprint');
  return counts;
}

/** Waits until a file or folder is where a power cut leaves it. */
function toDisk(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
