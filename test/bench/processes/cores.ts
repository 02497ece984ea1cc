import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Where there are two cores and `taskset`, servers run on the first and the load comes from the second. */
const pins = cpus().length > 1 && spawnSync('taskset', ['--version']).error === undefined;

/** Where a process may run: on the core of the servers, on that of the load, or anywhere. */
export type Place = 'server' | 'load' | 'anywhere';

/** A command line that keeps its process, and all below it, in its place where that can be done. */
export function pinned(place: Place, command: readonly string[]): string[] {
  return pins && place !== 'anywhere' ? ['taskset', '-c', place === 'server' ? '0' : '1', ...command] : [...command];
}

/** For the heading of a table. */
export const arrangement = pins
  ? 'servers on one core, the load on another'
  : 'servers and load wherever the system puts them';
