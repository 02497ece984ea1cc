import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../../store/database-problem';
import type { Change } from '../../store/entities/change';
import { Work } from '../../store/reading/work';
import type { Db } from '../../store/sql';
import type { Store } from '../../store/store';
import { isInFrontOf, type LogPlace, readEndOfLog, readNews } from '../log/read-changes';
import { EventQueue } from './event-queue';
import type { Interest, LiveEvent } from './interests';
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
  queue: EventQueue<LiveEvent<unknown>>;
  /** Behind which line of the log it hears of everything. */
  place: LogPlace;
  /** Whether it has come to where all are read for together; until then it is read for alone. */
  isAbreast: boolean;
}

/** What was read for all who are abreast. */
interface Reading {
  corpusVersion: number;
  changes: readonly Change[];
  hearers: readonly Subscriber[];
  /** By the name of an interest. */
  events: ReadonlyMap<string, readonly LiveEvent<unknown>[]>;
}

/** One time of being awake, from the first subscriber to the last. */
interface Session {
  /** Resolves when the place to read from is known. */
  ready: Promise<void>;
  /** How far it was read for all together; null as long as that is not known. */
  reached: LogPlace | null;
  close(): void;
}

/**
 * Tells the subscribers of this process what any process commits, in the order of the change log. One for a process; sleeps
 * while nobody listens. Whoever begins further back is read for alone, as fast as events are taken, until nothing that was
 * read for the others is missing; so nothing is missed and nothing comes twice, whatever is committed meanwhile.
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
   * The events behind a place in the log, and on from there; they end when the feed is closed, with SubscriberTooSlow, or with
   * DatabaseUnavailable when they were those of another database than the one that is there by then.
   */
  async subscribe<Row>(interest: Interest<Row>, after: LogPlace): Promise<EventQueue<LiveEvent<Row>>> {
    const stop = new AbortController();
    const queue = new EventQueue<LiveEvent<Row>>(() => {
      stop.abort();
      this.leave(subscriber);
    });
    const subscriber: Subscriber = {
      interest,
      queue: queue as EventQueue<LiveEvent<unknown>>,
      place: after,
      isAbreast: false,
    };
    if (this.isClosed) {
      queue.end();
      return queue;
    }
    this.subscribers.add(subscriber);
    const session = this.wakeUp();
    await session.ready;
    void this.bringAbreast(subscriber, session, stop.signal);
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
    this.session ??= this.startSession();
    return this.session;
  }

  private startSession(): Session {
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

    const session: Session = {
      ready: this.retrying(stop.signal, (db) => readEndOfLog(db)).then((end) => {
        session.reached = end;
      }),
      reached: null,
      close: () => {
        stop.abort();
        wake();
        watch.close();
      },
    };
    const follow = async (): Promise<void> => {
      await session.ready;
      let place = session.reached;
      while (place && !stop.signal.aborted) {
        if (!heard.isNew) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        heard.isNew = false;
        place = await this.catchUp(session, place, heard, stop.signal);
      }
    };
    void follow();
    return session;
  }

  /** Reads for one subscriber alone, a part when the part before was taken, up to where all are read for together. */
  private async bringAbreast(subscriber: Subscriber, session: Session, stop: AbortSignal): Promise<void> {
    const { interest, queue } = subscriber;
    for (let wait: number = WAIT.first; !stop.aborted; ) {
      if (session.reached && !isInFrontOf(subscriber.place, session.reached)) {
        subscriber.isAbreast = true;
        return;
      }
      await queue.drained();
      const news = await this.retrying(stop, async (db) => {
        const { changes } = await readNews(db, subscriber.place, BATCH);
        return { last: changes.at(-1), events: changes.length === 0 ? [] : await interest.read(db, changes) };
      });
      if (!news) return;
      queue.push(news.events);
      if (news.last) {
        subscriber.place = news.last;
        wait = WAIT.first;
        continue;
      }
      // The reader is a replica that has not come so far.
      await sleep(wait);
      wait = Math.min(wait * 2, WAIT.most);
    }
  }

  /** Reads and hands out until nothing is left and every version heard of was reached, and says where it then is. */
  private async catchUp(
    session: Session,
    from: LogPlace,
    heard: { version: number },
    stop: AbortSignal,
  ): Promise<LogPlace> {
    let place = from;
    for (let wait: number = WAIT.first; !stop.aborted; ) {
      const reading = await this.retrying(stop, (db) => this.readForAll(db, session, place));
      if (!reading) break;
      const { corpusVersion, changes } = reading;
      await this.hand(reading, stop);
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

  /**
   * What each interest finds in the next part of the log; nothing is handed out before all is read, so that it can be tried
   * again. Who comes abreast while it is read has all of it already: `reached` says so from when it is known.
   */
  private async readForAll(db: Db, session: Session, from: LogPlace): Promise<Reading> {
    const { corpusVersion, changes } = await readNews(db, from, BATCH);
    const last = changes.at(-1);
    if (last && session.reached && isInFrontOf(session.reached, last)) session.reached = last;
    const hearers = [...this.subscribers].filter(({ isAbreast }) => isAbreast);
    const events = new Map<string, readonly LiveEvent<unknown>[]>();
    if (changes.length === 0) return { corpusVersion, changes, hearers, events };
    for (const [name, interest] of new Map(hearers.map(({ interest }) => [interest.name, interest]))) {
      const found = await interest.read(db, changes);
      if (found.length > 0) events.set(name, found);
    }
    return { corpusVersion, changes, hearers, events };
  }

  private async hand({ hearers, events }: Reading, stop: AbortSignal): Promise<void> {
    if (events.size === 0) return;
    const deadline = Date.now() + PATIENCE;
    // Who came abreast of a reading that was tried again has a part of it already.
    const partOf = ({ interest, place }: Subscriber) =>
      events.get(interest.name)?.filter((event) => isInFrontOf(place, event.place)) ?? [];
    const parts = hearers.map((hearer) => ({ queue: hearer.queue, part: partOf(hearer) }));
    const isFull = () => parts.some(({ queue, part }) => !queue.hasRoomFor(part.length));
    while (!stop.aborted && Date.now() < deadline && isFull()) await sleep(LOOK_AGAIN);
    for (const { queue, part } of parts) queue.push(part);
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
