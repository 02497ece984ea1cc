import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFolder } from './run-folder';
import type { Holding } from './templates';

/** A database in a folder of its own: a copy of a template, or none yet. */
export function createSqliteDatabase(holding: Holding) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  const file = join(folder, 'offprint.sqlite');
  if (holding !== 'nothing') copyFileSync(templateFile(holding), file);
  return { url: `sqlite:${file}`, drop: async () => rmSync(folder, { recursive: true }) };
}

/** The file that databases are copied from; the setup makes it. */
export function templateFile(holding: Exclude<Holding, 'nothing'>): string {
  return join(runFolder(), `${holding}.sqlite`);
}
