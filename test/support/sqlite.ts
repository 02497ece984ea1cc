import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Holding } from './templates';

/** Where the setup of the SQLite tests leaves the folder of the files that databases are copied from. */
export const TEMPLATES_VARIABLE = 'OFFPRINT_TEST_SQLITE';

/** A database in a folder of its own: a copy of a template, or none yet. */
export function createSqliteDatabase(holding: Holding) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  const file = join(folder, 'offprint.sqlite');
  if (holding !== 'nothing') copyFileSync(templateFile(templatesFolder(), holding), file);
  return { url: `sqlite:${file}`, drop: async () => rmSync(folder, { recursive: true }) };
}

/** The file that databases of that holding are copied from. */
export function templateFile(folder: string, holding: Exclude<Holding, 'nothing'>): string {
  return join(folder, `${holding}.sqlite`);
}

function templatesFolder(): string {
  const folder = process.env[TEMPLATES_VARIABLE];
  if (!folder) throw new Error('No database to copy: run this test in a project of jest.config.js that makes one');
  return folder;
}
