import { Problem } from '../../problem';
import { sqliteFileOf, withoutPassword } from '../engine/database-url';

/** How long writes wait for one of another process, unless said, in milliseconds. */
export const USUAL_LOCK_WAIT = 60_000;

/** So long a wait is nothing to speak of, in milliseconds. */
const UNSPOKEN = 2_000;

/** How long a write waits for that of another process, and who is told. */
export interface Patience {
  databaseUrl: string;
  /** What the person who gave the address calls it. */
  setting: string;
  /** In milliseconds; 0 not to wait. */
  lockWaitMs: number;
  /** Hears once, in a sentence, that a write waits. */
  onWait(sentence: string): void;
}

/** Waits for what another process has locked, and has a person told when that takes a while. */
export async function speakingOfIt<Done>(patience: Patience, wait: () => Promise<Done>): Promise<Done> {
  const { databaseUrl, setting, lockWaitMs, onWait } = patience;
  const seconds = lockWaitMs / 1000;
  const timer = setTimeout(
    () => onWait(`${setting}: another process writes to ${placeOf(databaseUrl)}; waiting for it, ${seconds} s at most`),
    UNSPOKEN,
  );
  try {
    return await wait();
  } finally {
    clearTimeout(timer);
  }
}

/** A lock that was not to be had in all the time that a write may wait for it. */
export class StillLocked extends Problem {
  constructor({ databaseUrl, setting, lockWaitMs }: Patience) {
    super(
      `${setting}: expected ${placeOf(databaseUrl)} to be free within ${lockWaitMs / 1000} s (LOCK_WAIT_MS), got one that another process keeps locked; wait for that process or end it, and try again`,
    );
  }
}

function placeOf(databaseUrl: string): string {
  return databaseUrl.startsWith('sqlite:') ? sqliteFileOf(databaseUrl) : withoutPassword(databaseUrl);
}
