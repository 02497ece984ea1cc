/**
 * What `npm run check` says of the schema and the example operations: the rules that they break, and what broke since the
 * last release.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFromLock } from '../../src/install-from-lock';
import { type Comparison, compare } from './compare';

const ROOT = join(__dirname, '..', '..');
const LINT = join(ROOT, 'schema', 'lint');

/** What is linted, as the patterns of the rules have it. */
const LINTED = ['schema/schema.graphql', 'schema/operations'];

/** @returns whether the schema and the operations keep to `schema/lint/eslint.config.mjs`; what they do not stands on standard output */
function lint(): boolean {
  installFromLock(LINT);
  const eslint = join(LINT, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const config = join(LINT, 'eslint.config.mjs');
  const { status } = spawnSync(process.execPath, [eslint, '--config', config, '--max-warnings', '0', ...LINTED], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status === 0;
}

/** What to say of a comparison, and what to do. */
function sayings({ breaking, dangerous }: Comparison): string[] {
  const listed = (title: string, changes: string[]) =>
    changes.length > 0 ? [`schema/schema.graphql: ${title}`, ...changes.map((change) => `  ${change}`)] : [];
  return [
    ...listed('clients may notice, so CHANGELOG.md is to say', dangerous),
    ...listed('breaks operations of the last release (schema/released.graphql)', breaking),
    ...(breaking.length > 0
      ? ['Keep it and set deprecationReason beside it, saying what to use. It may go once it was released deprecated.']
      : []),
  ];
}

const released = () => {
  const [before, now] = ['released', 'schema'].map((name) =>
    readFileSync(join(ROOT, 'schema', `${name}.graphql`), 'utf8'),
  );
  return compare(before as string, now as string);
};

async function main(): Promise<void> {
  const clean = lint();
  const comparison = await released();
  for (const line of sayings(comparison)) console.log(line);
  if (!clean || comparison.breaking.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
