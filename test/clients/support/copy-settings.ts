import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/root';

const FROM = join(ROOT, 'schema/clients');

/** Where programs import from what clients are told of the schema. */
const SETTINGS = join(ROOT, 'test/clients/settings');

/** Copies what clients are told of the schema to where their packages are, as one does for an app. */
export function copySettings(): void {
  mkdirSync(SETTINGS, { recursive: true });
  writeFileSync(join(SETTINGS, 'package.json'), '{ "type": "module" }\n');
  for (const file of readdirSync(FROM).filter((name) => name.endsWith('.ts'))) {
    copyFileSync(join(FROM, file), join(SETTINGS, file));
  }
}
