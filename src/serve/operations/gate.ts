interface Waiting {
  cost: number;
  start(): void;
}

/** Lets so many pieces of work run at once; of those that wait the least dear goes first, of equal ones the first. */
export class Gate {
  private readonly waiting: Waiting[] = [];
  private running = 0;

  constructor(private readonly most: number) {}

  async pass<Done>(work: () => Promise<Done>, cost = 0): Promise<Done> {
    if (this.running < this.most) this.running += 1;
    // Who leaves hands on the place.
    else await new Promise<void>((start) => this.waiting.push({ cost, start }));
    try {
      return await work();
    } finally {
      const next = this.takeNext();
      if (next) next.start();
      else this.running -= 1;
    }
  }

  private takeNext(): Waiting | undefined {
    let least = 0;
    this.waiting.forEach(({ cost }, index) => {
      if (cost < (this.waiting[least] as Waiting).cost) least = index;
    });
    return this.waiting.splice(least, 1)[0];
  }
}
