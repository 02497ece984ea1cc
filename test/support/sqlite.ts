import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the setup of the SQLite tests leaves the file that databases are copied from. */
export const TEMPLATE_VARIABLE = 'OFFPRINT_TEST_SQLITE';

/** A database in a folder of its own: a copy of the template, or none yet. */
export function createSqliteDatabase({ empty }: { empty: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  const file = join(folder, 'offprint.sqlite');
  if (!empty) copyFileSync(templateFile(), file);
  return { url: `sqlite:${file}`, drop: async () => rmSync(folder, { recursive: true }) };
}

function templateFile(): string {
  const file = process.env[TEMPLATE_VARIABLE];
  if (!file) throw new Error('No database to copy: run this test in a project of jest.config.js that makes one');
  return file;
}
