import type { Work } from './work';

interface Waiting {
  work: Work;
  start(): void;
}

/** Up to so much of the database's time an operation is taken for a short one, in milliseconds. */
const SHORT_MS = 50;

/** One of so many places is for short operations alone. */
const PLACES_A_RESERVED_ONE = 3;

/**
 * Lets so many long statements run at once. Where more wait, the operation that has had least of the database's time goes
 * first: so a short one never stands behind all of a long one (Kleinrock's foreground-background scheduling, "least
 * attained service"). Some places are for short operations alone, a statement of each: they need not wait for one of a long
 * one to end. The benchmark's part `fairness` shows it.
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private readonly running: Work[] = [];
  private readonly reserved: number;

  /** @param most at least two */
  constructor(private readonly most: number) {
    this.reserved = Math.ceil(most / PLACES_A_RESERVED_ONE);
  }

  /** How many wait. */
  get queued(): number {
    return this.waiting.length;
  }

  /**
   * Does it when its turn comes.
   *
   * @throws WorkStopped when the operation was stopped by then
   */
  async pass<Done>(work: Work, job: () => Promise<Done>): Promise<Done> {
    if (this.hasPlaceFor(work)) this.running.push(work);
    else {
      const since = performance.now();
      await new Promise<void>((start) => this.waiting.push({ work, start }));
      work.waitedMs += performance.now() - since;
    }
    try {
      work.check();
      return await job();
    } finally {
      this.running.splice(this.running.indexOf(work), 1);
      this.startNext();
    }
  }

  private hasPlaceFor(work: Work): boolean {
    const isShort = work.spentMs < SHORT_MS && !this.running.includes(work);
    return this.running.length < (isShort ? this.most : this.most - this.reserved);
  }

  private startNext(): void {
    let next: Waiting | undefined;
    for (const one of this.waiting) {
      if (this.hasPlaceFor(one.work) && (!next || one.work.spentMs < next.work.spentMs)) next = one;
    }
    if (!next) return;
    this.waiting.splice(this.waiting.indexOf(next), 1);
    this.running.push(next.work);
    next.start();
  }
}
