import { rmSync } from 'node:fs';
import { FOLDER_VARIABLE } from './run-folder';

/** Removes the folder of the run. */
export default function tearDown(): void {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
