import { processFields, processTree } from './process-tree';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const MILLISECONDS_A_TICK = 10;

/** Places of utime, stime, and of the same for children that ended, counted from `state`. */
const TIMES = [11, 12, 13, 14];

/** Processor time that a process and all below it have used so far, in milliseconds. */
export function cpuTime(pid: number): number {
  let ticks = 0;
  for (const member of processTree(pid)) {
    const fields = processFields(member);
    if (fields) for (const place of TIMES) ticks += Number(fields[place]);
  }
  return ticks * MILLISECONDS_A_TICK;
}
