import { spawnSync } from 'node:child_process';
import { ROOT } from './folders';
import { report } from './report';

/** Builds Offprint, so that what is measured is what is there. */
export function build(): void {
  report('building Offprint');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status !== 0) throw new Error(`npm run build: expected exit code 0, got ${status}`);
}
