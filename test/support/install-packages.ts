import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root';

/**
 * Installs the packages of a folder from its lock file, unless that was done.
 *
 * @param report is told that it is done now, which may take a minute
 * @throws where npm fails
 */
export function installPackages(folder: string, report: (message: string) => void): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', '.installed-from');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const name = relative(ROOT, folder);
  report(`installing the packages of ${name}`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ci in ${name}: expected exit code 0, got ${status}`);
  writeFileSync(installed, lock);
}
