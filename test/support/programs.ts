import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from './root';
import { runFolder } from './run-folder';

/**
 * The file of a program of `src`, to be run by Node.js. From the sources a process takes three times as long to start, so
 * the first test that asks has each program, and each thread, put into one file with its packages.
 */
export function programOf(name: 'main' | 'cli'): string {
  const folder = join(runFolder(), 'programs');
  if (!existsSync(folder)) make(folder);
  return join(folder, 'dist', `${name}.js`);
}

function make(folder: string): void {
  // It gets its name when it is whole: another process may ask as well.
  const own = mkdtempSync(`${folder}-`);
  chmodSync(own, 0o755);
  for (const beside of ['seeds', 'node_modules']) symlinkSync(join(ROOT, beside), join(own, beside));
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['main', 'cli', 'store/reading/statement-thread', 'import/files/reader-thread'].map(
      (program) => `src/${program}.ts`,
    ),
    outdir: join(own, 'dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    // TypeORM and type-graphql go by the names of classes.
    keepNames: true,
    // As in `src/bundle.ts`.
    external: ['better-sqlite3', 'better-sqlite3-12', 'class-validator', '@apollo/utils.createhash', 'tsx/cjs'],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  // Of a test that has it built; else it leads nowhere, and the server says that the page is not there.
  symlinkSync(join(ROOT, 'dist', 'explore'), join(own, 'dist', 'explore'));
  // What the build puts beside the server as it is.
  mkdirSync(join(own, 'dist', 'read'));
  symlinkSync(join(ROOT, 'src', 'read', 'files'), join(own, 'dist', 'read', 'files'));
  symlinkSync(join(ROOT, 'schema', 'operations', 'reader'), join(own, 'dist', 'read', 'operations'));
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true });
  }
}
