import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the test server of PostgreSQL, of which nothing is known but its address; it can be shut, cut and swallow. */
export class Way {
  /** Whether what is sent gets lost, both ways, as where a firewall drops it. */
  private isSwallowing = false;
  private readonly sockets = new Set<Socket>();
  private server!: Server;
  private port = 0;

  private constructor(private readonly to: URL) {}

  /** @param databaseUrl where the way leads */
  static async open(databaseUrl: string): Promise<Way> {
    const way = new Way(new URL(databaseUrl));
    await way.open();
    return way;
  }

  /** The address of the database by this way. */
  get url(): string {
    const url = new URL(this.to);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  /** Takes connections, after it was shut at the same port. */
  async open(): Promise<void> {
    this.server = createServer((client) => {
      const server = connect(Number(this.to.port), this.to.hostname);
      client.on('data', (bytes) => this.isSwallowing || server.write(bytes));
      server.on('data', (bytes) => this.isSwallowing || client.write(bytes));
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const) {
        this.sockets.add(one);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as { port: number }).port;
  }

  /** Cuts all connections, as a server does that is killed. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Cuts all connections, and takes no more. */
  shut(): void {
    this.server.close();
    this.cut();
  }

  /** Lets nothing through any more, or what comes from now on. */
  swallow(isSwallowing: boolean): void {
    this.isSwallowing = isSwallowing;
  }
}
