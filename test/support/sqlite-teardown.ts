import { rmSync } from 'node:fs';
import { TEMPLATES_VARIABLE } from './sqlite';

/** Removes the templates. */
export default function tearDown(): void {
  const folder = process.env[TEMPLATES_VARIABLE];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
