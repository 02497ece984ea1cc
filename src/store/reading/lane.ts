import type { Work } from './work';

interface Waiting {
  work: Work;
  start(): void;
}

/**
 * Lets so many long statements run at once. Where more wait, the operation that has had least of the database's time goes
 * first: so a short one never stands behind all of a long one (Kleinrock's foreground-background scheduling, "least
 * attained service").
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private running = 0;

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
    if (this.running < this.most) this.running += 1;
    // Who leaves hands on the place.
    else await new Promise<void>((start) => this.waiting.push({ work, start }));
    try {
      work.check();
      return await job();
    } finally {
      this.next();
    }
  }

  private next(): void {
    let first: Waiting | undefined;
    for (const one of this.waiting) if (!first || one.work.spentMs < first.work.spentMs) first = one;
    if (!first) {
      this.running -= 1;
      return;
    }
    this.waiting.splice(this.waiting.indexOf(first), 1);
    first.start();
  }
}
