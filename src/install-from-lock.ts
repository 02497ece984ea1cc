import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of a folder that has a lock file of its own, unless that was done.
 *
 * @throws Error when npm does not succeed; what it says stands on standard error
 */
export function installFromLock(folder: string): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', '.installed-from');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  process.stderr.write(`installing the packages of ${folder}\n`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ci in ${folder}: expected exit code 0, got ${status}`);
  writeFileSync(installed, lock);
}
