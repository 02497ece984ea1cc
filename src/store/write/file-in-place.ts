import { statSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { codeOf, Problem } from '../../problem';
import type { Patience } from './patience';

/** Which file each writer found first. */
const files = new WeakMap<DataSource, string>();

/**
 * Sees to it that a writer writes to the file that is under its name: one that was deleted or replaced can be written to
 * for as long as it is open, and nobody ever finds what is written there.
 *
 * @throws Problem when it is another file than at the first call, or gone
 */
export function expectInPlace(writer: DataSource, { setting }: Patience): void {
  const file = String(writer.options.database);
  const found = identityOf(file);
  const expected = files.get(writer) ?? found;
  files.set(writer, expected);
  if (found === expected) return;
  throw new Problem(
    `${setting}: expected ${file} to be the file that was opened, got ${found === '' ? 'none' : 'another one'} in its place; start again`,
  );
}

/** To be called when a writer opens another file. */
export function forgetPlace(writer: DataSource): void {
  files.delete(writer);
}

/** Whether a writer may write. */
export function isInPlace(writer: DataSource): boolean {
  return identityOf(String(writer.options.database)) === files.get(writer);
}

/** Which file is under a name, whatever becomes of the name; empty when there is none. */
export function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
