import { setImmediate } from 'node:timers/promises';

/**
 * Lets the process answer others before it goes on: statements on SQLite follow one another without a pause, however
 * many there are.
 */
export function letOthersRun(): Promise<void> {
  return setImmediate();
}
