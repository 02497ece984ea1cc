import 'reflect-metadata';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPLATES_VARIABLE, templateFile } from './sqlite';
import { fillWithDigest, fillWithVocabulary } from './templates';

/** Makes the databases that those of the tests are copied from, once for all projects. */
export default async function setUp(): Promise<void> {
  if (process.env[TEMPLATES_VARIABLE]) return;
  const folder = mkdtempSync(join(tmpdir(), 'offprint-templates-'));
  const [vocabulary, digest] = [templateFile(folder, 'vocabulary'), templateFile(folder, 'digest')];
  await fillWithVocabulary(`sqlite:${vocabulary}`);
  copyFileSync(vocabulary, digest);
  await fillWithDigest(`sqlite:${digest}`);
  process.env[TEMPLATES_VARIABLE] = folder;
}
