import { type ChildProcess, spawn } from 'node:child_process';
import { programOf } from './programs';
import { ROOT } from './root';

/** How a command ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** All that it printed. */
  output: string;
}

/** A command of the command line, in a process of its own. */
export interface RunningCommand {
  process: ChildProcess;
  ended: Promise<Ended>;
}

/** @param env settings beyond those of this process */
export function startCommand(args: readonly string[], env: Record<string, string> = {}): RunningCommand {
  const child = spawn(process.execPath, [programOf('cli'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const note = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, output })),
  );
  return { process: child, ended };
}

/** Runs a command to its end. */
export function runCommand(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return startCommand(args, env).ended;
}
