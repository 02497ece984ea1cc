import { LRUCache } from 'lru-cache';

/** Characters of statements that are remembered: several times those of all of the store. */
const MOST_CHARACTERS = 1_000_000;

/** What is left of the memory of a long run of a dear statement with each shorter one: some ten runs are remembered. */
const FADING = 0.8;

/** How far a long run of another one counts: it may have been the machine that was busy. */
const DOUBT = 0.1;

/** From this time on a statement is long, in milliseconds: a page of a list takes less than one. */
const LONG_MS = 4;

/** Remembers how long statements took, by their text: a page that walked far will walk far again. */
export class Expectations {
  private readonly known = new LRUCache<string, number>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  /**
   * Whether a statement is expected to take long.
   *
   * @param isDear what to expect of one that was not run yet
   */
  isLong(text: string, isDear: boolean): boolean {
    const ms = this.known.get(text);
    return ms === undefined ? isDear : ms > LONG_MS;
  }

  learn(text: string, ms: number, isDear: boolean): void {
    const known = this.known.get(text) ?? 0;
    if (isDear) this.known.set(text, Math.max(ms, known * FADING));
    else this.known.set(text, ms < known ? ms : known + (ms - known) * DOUBT);
  }
}
