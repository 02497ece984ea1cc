import { readFileSync } from 'node:fs';
import { processTree } from './process-tree';

const KIBIBYTE = 1_024;

/** Memory that a process and all below it hold now, in bytes; what several share is counted for each. */
export function residentMemory(pid: number): number {
  return processTree(pid).reduce((sum, member) => sum + statusValue(member, 'VmRSS'), 0);
}

/** The most memory that one process held so far, in bytes; 0 when it is gone. */
export function peakMemory(pid: number): number {
  return statusValue(pid, 'VmHWM');
}

function statusValue(pid: number, name: string): number {
  try {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * KIBIBYTE;
  } catch {
    return 0;
  }
}
