import type { Logger } from 'pino';

/** Of all that may be unread, one client may have this part. */
const PART_OF_ONE = 1 / 4;

/**
 * Bytes that were written for the clients of sockets and event streams and have not left yet, as they do not read. Of one
 * client and of all together there are so many at most; when there are more, the client with most is cut off first.
 */
export class Unread {
  private readonly clients = new Set<UnreadOfClient>();
  private total = 0;

  /**
   * @param most bytes of all clients together
   * @param onCutOff hears of each client that is cut off
   */
  constructor(
    private readonly most: number,
    private readonly logger: Logger,
    private readonly onCutOff: () => void = () => undefined,
  ) {}

  /** Of all clients together. */
  get bytes(): number {
    return this.total;
  }

  /** @param cutOff ends the connection at once */
  of(cutOff: () => void): UnreadOfClient {
    const client: UnreadOfClient = new UnreadOfClient(
      cutOff,
      (bytes) => this.count(client, bytes),
      () => this.clients.delete(client),
    );
    this.clients.add(client);
    return client;
  }

  private count(client: UnreadOfClient, bytes: number): void {
    this.total += bytes;
    if (bytes <= 0) return;
    if (client.bytes > this.most * PART_OF_ONE) this.end(client);
    while (this.total > this.most) this.end(this.withMost(client));
  }

  private withMost(one: UnreadOfClient): UnreadOfClient {
    let most = one;
    for (const client of this.clients) if (client.bytes > most.bytes) most = client;
    return most;
  }

  private end(client: UnreadOfClient): void {
    this.logger.info({ bytes: client.bytes }, 'A client that does not read its answers was cut off');
    client.cutOff();
    client.forget();
    this.onCutOff();
  }
}

/** The unread bytes of one client. */
export class UnreadOfClient {
  bytes = 0;
  private isForgotten = false;

  constructor(
    readonly cutOff: () => void,
    private readonly onCount: (bytes: number) => void,
    private readonly onForget: () => void,
  ) {}

  /** Counts a message that is written; the client may be cut off for it. Gives what is to be called when it has left. */
  add(message: string): () => void {
    const size = Buffer.byteLength(message);
    this.change(size);
    return () => this.change(-size);
  }

  /** To be called when the connection has ended: nothing is kept for it any more. */
  forget(): void {
    if (this.isForgotten) return;
    this.change(-this.bytes);
    this.isForgotten = true;
    this.onForget();
  }

  private change(by: number): void {
    if (this.isForgotten || by === 0) return;
    this.bytes += by;
    this.onCount(by);
  }
}
