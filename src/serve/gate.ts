/** Lets so many pieces of work run at once; the others wait for their turn in order. */
export class Gate {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly most: number) {}

  async pass<Done>(work: () => Promise<Done>): Promise<Done> {
    if (this.running < this.most) this.running += 1;
    // Who leaves hands on the place.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
