import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { TEMPLATE_VARIABLE } from './sqlite';

/** Removes the template. */
export default function tearDown(): void {
  const file = process.env[TEMPLATE_VARIABLE];
  if (file) rmSync(dirname(file), { recursive: true, force: true });
}
