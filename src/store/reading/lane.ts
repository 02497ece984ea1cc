import type { Work } from './work';

interface Waiting {
  work: Work;
  start(): void;
}

/** Up to so much of the database's time an operation is taken for a short one, in milliseconds. */
const SHORT_MS = 50;

/**
 * Lets so many long statements run at once. Where more wait, the operation that has had least of the database's time goes
 * first: so a short one never stands behind all of a long one (Kleinrock's foreground-background scheduling, "least
 * attained service"). One place is for short operations alone: they need not wait for a statement of a long one to end.
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private running = 0;

  /** @param most at least two */
  constructor(private readonly most: number) {}

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
    if (this.hasPlaceFor(work)) this.running += 1;
    else {
      const since = performance.now();
      await new Promise<void>((start) => this.waiting.push({ work, start }));
      work.waitedMs += performance.now() - since;
    }
    try {
      work.check();
      return await job();
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  private hasPlaceFor({ spentMs }: Work): boolean {
    return this.running < (spentMs < SHORT_MS ? this.most : this.most - 1);
  }

  private startNext(): void {
    let next: Waiting | undefined;
    for (const one of this.waiting) if (!next || one.work.spentMs < next.work.spentMs) next = one;
    if (!next || !this.hasPlaceFor(next.work)) return;
    this.waiting.splice(this.waiting.indexOf(next), 1);
    this.running += 1;
    next.start();
  }
}
