import { Pace } from './pace';

/** What may wait here: messages, and characters of them. While more do, nothing more of the client is read. */
const MOST_WAITING = { messages: 64, characters: 64_000 } as const;

/** While more bytes than these are unread by the client nothing is handled for it. */
const MOST_UNREAD = 1_000_000;

/** How often it is looked whether the client has read them, in milliseconds. */
const LOOK_AGAIN = 50;

/** What an inbox asks of a socket. */
interface Client {
  pause(): void;
  resume(): void;
  /** Bytes written for it that have not left. */
  readonly bufferedAmount: number;
}

/** Something that came, and how much of it. */
interface Message {
  characters: number;
  /** Never fails. */
  handle(): Promise<void>;
}

/**
 * What has come over one socket and was not handled yet. It comes by the thousand in one turn of the event loop; one
 * message is handled in each, so that others have their turn, no more a second than is allowed, and none for a client that
 * does not read its answers. Meanwhile the socket is not read: a client that sends too fast fills its own buffers.
 */
export class Inbox {
  private readonly waiting: Message[] = [];
  private readonly pace: Pace;
  private characters = 0;
  private isHandling = false;
  private isPaused = false;
  private isClosed = false;

  /** @param perSecond how many messages a second */
  constructor(
    private readonly client: Client,
    perSecond: number,
  ) {
    this.pace = new Pace(perSecond);
  }

  add(message: Message): void {
    if (this.isClosed) return;
    this.waiting.push(message);
    this.characters += message.characters;
    if (!this.isPaused && this.isFull(1)) {
      this.isPaused = true;
      this.client.pause();
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
    if (this.client.bufferedAmount > MOST_UNREAD && !this.isClosed) {
      setTimeout(() => this.next(), LOOK_AGAIN);
      return;
    }
    const message = this.waiting.shift();
    if (message === undefined) {
      this.isHandling = false;
      return;
    }
    this.characters -= message.characters;
    if (this.isPaused && !this.isFull(1 / 2)) {
      this.isPaused = false;
      this.client.resume();
    }
    // What is started here is answered when it is done: operations of one socket do not wait for each other.
    void message.handle();
    const wait = this.pace.take();
    if (wait === 0) setImmediate(() => this.next());
    else setTimeout(() => this.next(), wait);
  }

  private isFull(part: number): boolean {
    const { messages, characters } = MOST_WAITING;
    return this.waiting.length >= messages * part || this.characters >= characters * part;
  }
}
