/** Texts as stems with weights, in an order that does not count: √count of each stem, one text behind another. */
export class Bags {
  private stems = new Uint16Array(1 << 16);
  private weights = new Float32Array(1 << 16);
  private readonly ends: number[] = [];
  private used = 0;

  get size(): number {
    return this.ends.length;
  }

  /** Where the stems of a text begin. */
  startOf(text: number): number {
    return text === 0 ? 0 : (this.ends[text - 1] as number);
  }

  endOf(text: number): number {
    return this.ends[text] as number;
  }

  stemAt(place: number): number {
    return this.stems[place] as number;
  }

  weightAt(place: number): number {
    return this.weights[place] as number;
  }

  clear(): void {
    this.ends.length = 0;
    this.used = 0;
  }

  /** Adds a text that is several pieces of one. */
  add(...pieces: readonly Uint16Array[]): void {
    const start = this.used;
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    while (start + length > this.stems.length) this.grow();
    for (const piece of pieces) {
      this.stems.set(piece, this.used);
      this.used += piece.length;
    }
    const sorted = this.stems.subarray(start, this.used).sort();
    this.used = start;
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const stem = sorted[from] as number;
      while (to < sorted.length && sorted[to] === stem) to += 1;
      this.stems[this.used] = stem;
      this.weights[this.used++] = Math.sqrt(to - from);
    }
    this.ends.push(this.used);
  }

  private grow(): void {
    const stems = new Uint16Array(this.stems.length * 2);
    const weights = new Float32Array(this.weights.length * 2);
    stems.set(this.stems);
    weights.set(this.weights);
    this.stems = stems;
    this.weights = weights;
  }
}
