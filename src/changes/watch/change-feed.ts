import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../../store/database-problem';
import type { Change } from '../../store/entities/change';
import { Work } from '../../store/reading/work';
import type { Db } from '../../store/sql';
import type { Store } from '../../store/store';
import { type LogPlace, readEndOfLog, readNews } from '../log/read-changes';
import { EventQueue } from './event-queue';
import type { Interest } from './interests';
import type { StartWatch } from './watch';

/** Changes read at a time. */
const BATCH = 200;

/** How long to wait for a replica that is behind, or a database that fails: at first and at most, in milliseconds. */
const WAIT = { first: 20, most: 1_000 } as const;

/** How long what is read at a time may take, in milliseconds; then it is tried again. */
const READ_TIMEOUT = 10_000;

/** How long everybody waits for a subscriber whose queue is full before it is ended, in milliseconds. */
const PATIENCE = 2_000;

/** How often it is looked whether there is room again, in milliseconds. */
const LOOK_AGAIN = 20;

interface Subscriber {
  interest: Interest<unknown>;
  queue: EventQueue<unknown>;
}

/** One time of being awake, from the first subscriber to the last. */
interface Session {
  /** Resolves when the place to read from is known. */
  ready: Promise<void>;
  close(): void;
}

/**
 * Tells the subscribers of this process what any process commits, in the order of the change log, from when they
 * subscribe. One for a process; sleeps while nobody listens.
 */
export class ChangeFeed {
  private readonly subscribers = new Set<Subscriber>();
  private session: Session | null = null;
  private isClosed = false;

  /** @param onError hears of what goes wrong; it is tried again */
  constructor(
    private readonly store: Pick<Store, 'read'>,
    private readonly startWatch: StartWatch,
    private readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Events from now on; they end when the feed is closed, with SubscriberTooSlow, or with DatabaseUnavailable when they were
   * those of another database than the one that is there by then.
   */
  async subscribe<Event>(interest: Interest<Event>): Promise<EventQueue<Event>> {
    const queue = new EventQueue<Event>(() => this.leave(subscriber));
    const subscriber = { interest, queue: queue as EventQueue<unknown> };
    if (this.isClosed) {
      queue.end();
      return queue;
    }
    this.subscribers.add(subscriber);
    this.session ??= this.wakeUp();
    await this.session.ready;
    return queue;
  }

  /** Ends all subscriptions. */
  close(): void {
    this.isClosed = true;
    this.end(null);
  }

  private end(error: Error | null): void {
    for (const { queue } of [...this.subscribers]) queue.end(error);
  }

  private leave(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
    if (this.subscribers.size > 0) return;
    this.session?.close();
    this.session = null;
  }

  private wakeUp(): Session {
    const heard = { version: 0, isNew: false };
    const stop = new AbortController();
    let wake: () => void = () => undefined;
    const watch = this.startWatch({
      onCommit: (version) => {
        heard.version = Math.max(heard.version, version);
        heard.isNew = true;
        wake();
      },
      onError: this.onError,
      onReplaced: () => this.end(new DatabaseUnavailable('another database is open by now')),
    });

    const ready = this.retrying(stop.signal, (db) => readEndOfLog(db));
    const follow = async (): Promise<void> => {
      let place = await ready;
      while (place && !stop.signal.aborted) {
        if (!heard.isNew) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        heard.isNew = false;
        place = await this.catchUp(place, heard, stop.signal);
      }
    };
    void follow();

    return {
      ready: ready.then(() => undefined),
      close: () => {
        stop.abort();
        wake();
        watch.close();
      },
    };
  }

  /** Reads and hands out until nothing is left and every version heard of was reached, and says where it then is. */
  private async catchUp(from: LogPlace, heard: { version: number }, stop: AbortSignal): Promise<LogPlace> {
    let place = from;
    for (let wait: number = WAIT.first; !stop.aborted; ) {
      const news = await this.retrying(stop, async (db) => {
        const { corpusVersion, changes } = await readNews(db, place, BATCH);
        return { corpusVersion, changes, events: await this.eventsIn(db, changes) };
      });
      if (!news) break;
      const { corpusVersion, changes, events } = news;
      await this.hand(events, stop);
      const last = changes.at(-1);
      if (last) place = { version: last.version, position: last.position };
      if (changes.length === BATCH) continue;
      if (corpusVersion >= heard.version) break;
      // The reader is a replica that has not come so far.
      await sleep(wait);
      wait = Math.min(wait * 2, WAIT.most);
    }
    return place;
  }

  /** What each interest finds in these changes; nothing is handed out before all is read, so that it can be tried again. */
  private async eventsIn(db: Db, changes: readonly Change[]): Promise<Map<string, unknown[]>> {
    const interests = new Map([...this.subscribers].map(({ interest }) => [interest.name, interest]));
    const events = new Map<string, unknown[]>();
    if (changes.length === 0) return events;
    for (const [name, interest] of interests) {
      const found = await interest.read(db, changes);
      if (found.length > 0) events.set(name, found);
    }
    return events;
  }

  private async hand(events: ReadonlyMap<string, unknown[]>, stop: AbortSignal): Promise<void> {
    if (events.size === 0) return;
    const deadline = Date.now() + PATIENCE;
    const isFull = ({ interest, queue }: Subscriber) => !queue.hasRoomFor(events.get(interest.name)?.length ?? 0);
    while (!stop.aborted && Date.now() < deadline && [...this.subscribers].some(isFull)) await sleep(LOOK_AGAIN);
    for (const { interest, queue } of [...this.subscribers]) queue.push(events.get(interest.name) ?? []);
  }

  /** Does it until it succeeds; null when that is no longer wanted. */
  private async retrying<Answer>(stop: AbortSignal, work: (db: Db) => Promise<Answer>): Promise<Answer | null> {
    for (let wait: number = WAIT.first; !stop.aborted; wait = Math.min(wait * 2, WAIT.most)) {
      try {
        return await work(this.store.read(new Work(READ_TIMEOUT)));
      } catch (error) {
        if (stop.aborted) break;
        this.onError(error);
        await sleep(wait);
      }
    }
    return null;
  }
}
