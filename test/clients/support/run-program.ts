import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How long a program may take, and how long after its last word to its end, in milliseconds. */
const PATIENCE = 40_000;
const PATIENCE_AFTER_LAST_WORD = 3_000;

/** A program of a client, under way. */
export interface RunningProgram {
  /** Waits for the next line that it prints, and reads it as JSON. Throws where it ends without one. */
  next<Printed>(): Promise<Printed>;
  /** Waits for its end. Throws where that is not with exit code 0 and by itself, or comes long after its last line. */
  ended: Promise<void>;
}

/**
 * Starts a program of a client in Node.js, as its user does.
 *
 * @param file below `programs`
 * @param args what it is told
 */
export function startProgram(file: string, ...args: string[]): RunningProgram {
  const child = spawn(process.execPath, ['--import', 'tsx', join('programs', file), ...args], {
    cwd: join(__dirname, '..'),
    timeout: PATIENCE,
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  let lastWord = Date.now();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', () => {
    lastWord = Date.now();
  });
  const printed = lines[Symbol.asyncIterator]();
  const ended = once(child, 'close').then(([code, signal]) => {
    if (code !== 0) throw new Error(`${file}: expected exit code 0, got ${code ?? signal}: ${complaint}`);
    const after = Date.now() - lastWord;
    if (after > PATIENCE_AFTER_LAST_WORD) throw new Error(`${file}: ended only ${after} ms after its last line`);
  });
  // Whoever waits for a line first hears of the end there.
  ended.catch(() => undefined);
  return {
    ended,
    next: async <Printed>() => {
      const { value, done } = await printed.next();
      if (!done) return JSON.parse(value) as Printed;
      await ended;
      throw new Error(`${file}: expected one more line`);
    },
  };
}

/** Runs a program that prints one line, to its end, and gives what it printed. */
export async function runProgram<Printed>(file: string, ...args: string[]): Promise<Printed> {
  const program = startProgram(file, ...args);
  const printed = await program.next<Printed>();
  await program.ended;
  return printed;
}
