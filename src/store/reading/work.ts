import type { Rendered } from '../engine/render';

/** Why an operation is stopped before it is done: it has had its time, or its client has gone. */
export type StopReason = 'LATE' | 'GONE';

/** Ends what an operation still does once nobody waits for its answer. */
export class WorkStopped extends Error {
  constructor(
    readonly reason: StopReason,
    /** How long the operation might take, in milliseconds. */
    readonly limitMs: number,
  ) {
    super(
      reason === 'GONE'
        ? 'Operation: its client has gone'
        : `Operation: expected an answer within ${limitMs} ms, and there is none yet; ask for smaller pages or fewer levels`,
    );
  }
}

/** A statement that took its time, for the log of slow operations. */
export interface LongStatement extends Rendered {
  ms: number;
}

/** Statements of an operation that are remembered: those that took longest. */
const MOST_REMEMBERED = 3;

/** What is done for one operation: how long it may go on, and how much of the database's time it has had. */
export class Work {
  /** Time that statements have taken, in milliseconds. Who has had least goes first where several wait. */
  spentMs = 0;
  /** How long it waited until others let it at the database, in milliseconds; of several waits at once, all of them. */
  waitedMs = 0;
  /** How many statements were run. */
  statements = 0;
  /** Those that took longest, longest first. */
  readonly longest: LongStatement[] = [];
  private readonly started = performance.now();
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private stopped: StopReason | null = null;

  /** @param limitMs how long it may go on from now, in milliseconds */
  constructor(readonly limitMs: number) {}

  /** How long ago it began, in milliseconds. */
  get elapsedMs(): number {
    return performance.now() - this.started;
  }

  /** Why it is to stop; null as long as it may go on. */
  get stopReason(): StopReason | null {
    if (this.stopped === null && this.elapsedMs >= this.limitMs) this.stopped = 'LATE';
    return this.stopped;
  }

  /** @throws WorkStopped when it is to stop; called wherever work can be left off */
  check(): void {
    const { stopReason } = this;
    if (stopReason !== null) throw new WorkStopped(stopReason, this.limitMs);
  }

  /** Stops it, as its client has gone. */
  leave(): void {
    this.stop('GONE');
  }

  /** Notes that a statement was run for it. */
  account({ text, values }: Rendered, ms: number): void {
    this.spentMs += ms;
    this.statements += 1;
    const { longest } = this;
    const shortest = longest[MOST_REMEMBERED - 1];
    if (shortest && ms <= shortest.ms) return;
    longest.push({ text, values, ms });
    if (longest.length > 1) longest.sort((one, other) => other.ms - one.ms);
    longest.length = Math.min(longest.length, MOST_REMEMBERED);
  }

  /**
   * Waits for something as long as the operation may go on.
   *
   * @param onStop what to do when it is stopped meanwhile
   * @throws WorkStopped when it is; what was waited for may go on, and nobody hears what comes of it
   */
  async unlessStopped<Done>(promise: Promise<Done>, onStop?: () => void): Promise<Done> {
    let forget: () => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      forget = this.onStop(() => {
        onStop?.();
        reject(new WorkStopped(this.stopped ?? 'LATE', this.limitMs));
      });
    });
    try {
      return await Promise.race([promise, stopped]);
    } finally {
      forget();
    }
  }

  /** @returns what takes the listener away; to be called in any case */
  private onStop(listener: () => void): () => void {
    this.listeners.add(listener);
    // It may fire a moment before the deadline by the clock that is asked elsewhere: what it stops is stopped all the same.
    this.timer ??= setTimeout(() => this.stop('LATE'), Math.max(1, this.limitMs - this.elapsedMs));
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearTimeout(this.timer);
      this.timer = undefined;
    };
  }

  private stop(reason: StopReason): void {
    if (this.stopped === 'GONE') return;
    this.stopped = reason;
    for (const listener of [...this.listeners]) listener();
  }
}
