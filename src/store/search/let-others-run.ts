import { setImmediate } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Lets the process answer others before it goes on: statements on SQLite follow one another without a pause, however
 * many there are. Of all who wait one goes on at a time: what is put off together would otherwise be done together.
 */
export function letOthersRun(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}
