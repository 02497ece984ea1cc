import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Sees to it that a child process does not outlive the benchmark, however that ends. */
export function stopOnExit(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Asks every child process to stop; those that clean up behind themselves do it on this signal. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGTERM');
}

process.once('exit', stopAll);
