import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, Problem } from '../../problem';
import { STANDARD_INPUT } from './open-text';

/**
 * The files that paths lead to, in their order: a folder's files by name, those of folders within it where its name stands. Hidden
 * files and folders are left out, and what is no file, as links that lead nowhere or to folders. A path that is no folder stays,
 * there or not: whoever reads it says what is wrong.
 *
 * @throws Problem at a folder that cannot be read
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path !== STANDARD_INPUT && (await isFolder(path))) await addFiles(path, files);
    else files.push(path);
  }
  return files;
}

async function addFiles(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Problem(`${folder}: expected a folder that can be read, got ${codeOf(error)}`);
  });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await addFiles(path, files);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
