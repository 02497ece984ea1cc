/** Keeps to so many a second; what was not used of two seconds may come at once. */
export class Pace {
  private credit: number;
  private last = performance.now();

  constructor(private readonly perSecond: number) {
    this.credit = 2 * perSecond;
  }

  /** Takes one, and says how long to wait for the next, in milliseconds; 0 for none. */
  take(): number {
    const now = performance.now();
    this.credit = Math.min(2 * this.perSecond, this.credit + ((now - this.last) / 1000) * this.perSecond) - 1;
    this.last = now;
    return this.credit >= 1 ? 0 : ((1 - this.credit) / this.perSecond) * 1000;
  }
}
