import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../support/root';

/** How long a program may take, and how long after its last word to its end, in milliseconds. */
const PATIENCE = 30_000;
const PATIENCE_AFTER_LAST_WORD = 3_000;

/**
 * Runs a program of a client in Node.js, as its user does.
 *
 * @param file below `programs`
 * @param args what it is told
 * @returns what it printed, read as JSON
 * @throws where it ends otherwise than by itself and with exit code 0, or too long after it printed
 */
export async function runProgram<Printed>(file: string, ...args: string[]): Promise<Printed> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, '..', 'programs', file), ...args], {
    cwd: ROOT,
    timeout: PATIENCE,
  });
  let [printed, complaint, lastWord] = ['', '', Date.now()];
  child.stdout.on('data', (chunk) => {
    printed += chunk;
    lastWord = Date.now();
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file}: expected exit code 0, got ${code}: ${complaint}${printed}`);
  const after = Date.now() - lastWord;
  if (after > PATIENCE_AFTER_LAST_WORD) throw new Error(`${file}: ended only ${after} ms after it printed`);
  return JSON.parse(printed) as Printed;
}
