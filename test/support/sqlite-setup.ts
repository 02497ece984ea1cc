import 'reflect-metadata';
import { chmodSync, copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLDER_VARIABLE } from './run-folder';
import { templateFile } from './sqlite';
import { fillWithDigest, fillWithVocabulary } from './templates';

/** Makes the folder of the run, and in it the databases that those of the tests are copied from, once for all projects. */
export default async function setUp(): Promise<void> {
  if (process.env[FOLDER_VARIABLE]) return;
  const folder = mkdtempSync(join(tmpdir(), 'offprint-run-'));
  // Programs in it are run by users who may do less, too.
  chmodSync(folder, 0o755);
  process.env[FOLDER_VARIABLE] = folder;
  await fillWithVocabulary(`sqlite:${templateFile('vocabulary')}`);
  copyFileSync(templateFile('vocabulary'), templateFile('digest'));
  await fillWithDigest(`sqlite:${templateFile('digest')}`);
}
