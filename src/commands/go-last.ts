import { constants, getPriority, setPriority } from 'node:os';

const LAST = constants.priority.PRIORITY_BELOW_NORMAL;

/** Lets everything else on this machine go first, with the threads that are started from now on: a server answers on the same cores. */
export function goLast(): void {
  if (getPriority() < LAST) setPriority(LAST);
}
