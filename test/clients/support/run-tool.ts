import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLIENTS = join(__dirname, '..');

/** A folder of a client's programs, without what was generated in it before. */
export function freshFolder(client: string): string {
  const folder = join(CLIENTS, 'programs', client);
  rmSync(join(folder, '__generated__'), { recursive: true, force: true });
  mkdirSync(join(folder, '__generated__'));
  return folder;
}

/**
 * Runs a command that comes with a client, to its end.
 *
 * @throws where it fails, with what it printed
 */
export async function runTool(cwd: string, name: string, args: string[], env: Record<string, string> = {}) {
  const command = join(CLIENTS, 'node_modules', '.bin', name);
  try {
    await promisify(execFile)(command, args, { cwd, env: { ...process.env, ...env } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${name} ${args.join(' ')}: ${stdout}${stderr}`, { cause: error });
  }
}
