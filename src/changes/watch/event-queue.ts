/** Events that one subscriber may have waiting: more than any import of a day, little enough for memory. */
export const MOST_WAITING = 1000;

/** Ends the events of a subscriber that does not take them as fast as they come. */
export class SubscriberTooSlow extends Error {
  constructor() {
    super(
      `Subscription: expected events to be taken as they come, got ${MOST_WAITING} waiting; it ends here. Subscribe again with \`after\` and the cursor of the last event.`,
    );
  }
}

interface Waiting<Event> {
  resolve(result: IteratorResult<Event, undefined>): void;
  reject(error: Error): void;
}

/** The events of one subscriber, from when they happen to when they are taken. */
export class EventQueue<Event> implements AsyncIterableIterator<Event, undefined> {
  private events: Event[] = [];
  private readonly waiting: Waiting<Event>[] = [];
  private readonly waitingUntilDrained: (() => void)[] = [];
  private isEnded = false;
  private error: Error | null = null;

  /** @param onEnd is called once, when no more events are wanted or possible */
  constructor(private readonly onEnd: () => void) {}

  hasRoomFor(count: number): boolean {
    return this.isEnded || this.events.length + count <= MOST_WAITING;
  }

  /** Waits until everything was taken, or no more is wanted. */
  async drained(): Promise<void> {
    while (!this.isEnded && this.events.length > 0) {
      await new Promise<void>((resolve) => this.waitingUntilDrained.push(resolve));
    }
  }

  /** Takes the events in, or ends the queue with an error when there is no room for all of them. */
  push(events: readonly Event[]): void {
    if (this.isEnded) return;
    if (!this.hasRoomFor(events.length)) {
      this.end(new SubscriberTooSlow());
      return;
    }
    for (const event of events) {
      const taker = this.waiting.shift();
      if (taker) taker.resolve({ done: false, value: event });
      else this.events.push(event);
    }
  }

  /** Lets go of everything that waits; the subscriber gets the error, or is told that this was all. */
  end(error: Error | null = null): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.error = error;
    this.events = [];
    for (const taker of this.waiting.splice(0)) this.settle(taker);
    this.tellDrained();
    this.onEnd();
  }

  next(): Promise<IteratorResult<Event, undefined>> {
    return new Promise((resolve, reject) => {
      const taker = { resolve, reject };
      const event = this.events.shift();
      if (event !== undefined) {
        resolve({ done: false, value: event });
        if (this.events.length === 0) this.tellDrained();
      } else if (this.isEnded) this.settle(taker);
      else this.waiting.push(taker);
    });
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private tellDrained(): void {
    for (const wake of this.waitingUntilDrained.splice(0)) wake();
  }

  /** The error is told once; who asks again hears that this was all. */
  private settle({ resolve, reject }: Waiting<Event>): void {
    const { error } = this;
    this.error = null;
    if (error) reject(error);
    else resolve({ done: true, value: undefined });
  }
}
