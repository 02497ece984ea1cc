import { Pace } from './pace';

/** Messages of a client that may wait here; while more do, nothing more of it is read. */
const MOST_WAITING = 64;

/** What an inbox asks of a socket. */
interface Readable {
  pause(): void;
  resume(): void;
}

/**
 * The messages of one socket that have come and were not handled yet. They come by the thousand in one turn of the event
 * loop; one is handled in each, so that others have their turn, and no more a second than is allowed. Meanwhile the socket
 * is not read: a client that sends too fast fills its own buffers.
 */
export class Inbox {
  private readonly waiting: string[] = [];
  private readonly pace: Pace;
  private isHandling = false;
  private isPaused = false;
  private isClosed = false;

  /**
   * @param handle handles a message, and never fails
   * @param perSecond how many messages a second
   */
  constructor(
    private readonly socket: Readable,
    private readonly handle: (message: string) => Promise<void>,
    perSecond: number,
  ) {
    this.pace = new Pace(perSecond);
  }

  add(message: string): void {
    if (this.isClosed) return;
    this.waiting.push(message);
    if (this.waiting.length >= MOST_WAITING && !this.isPaused) {
      this.isPaused = true;
      this.socket.pause();
    }
    if (this.isHandling) return;
    this.isHandling = true;
    setImmediate(() => this.next());
  }

  /** Forgets what has not been handled. */
  close(): void {
    this.isClosed = true;
    this.waiting.length = 0;
  }

  private next(): void {
    const message = this.waiting.shift();
    if (message === undefined) {
      this.isHandling = false;
      return;
    }
    if (this.isPaused && this.waiting.length < MOST_WAITING / 2) {
      this.isPaused = false;
      this.socket.resume();
    }
    // What is started here is answered when it is done: operations of one socket do not wait for each other.
    void this.handle(message);
    const wait = this.pace.take();
    if (wait === 0) setImmediate(() => this.next());
    else setTimeout(() => this.next(), wait);
  }
}
