import { createServer, type Server, type Socket } from 'node:net';
import { Client } from 'pg';

/** What PgBouncer takes at the beginning of a connection; it refuses all else. */
const TAKEN = ['user', 'database', 'application_name', 'client_encoding', 'datestyle', 'timezone'];

/** When a connection to the server is given to the next client. */
export type PoolMode = 'session' | 'transaction';

/**
 * A pooler in front of the test server of PostgreSQL, with the manners of PgBouncer: it takes no settings, keeps the processes
 * of the server to itself, and in transaction mode gives each transaction the connection that was longest idle.
 */
export class Pooler {
  private readonly idle: Socket[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly waiting: ((server: Socket) => void)[] = [];
  private listener!: Server;

  private constructor(
    private readonly databaseUrl: string,
    private readonly mode: PoolMode,
  ) {}

  /** @param most connections to the server in transaction mode; in session mode each client has one */
  static async open(databaseUrl: string, mode: PoolMode, most = 6): Promise<Pooler> {
    const pooler = new Pooler(databaseUrl, mode);
    if (mode === 'transaction') {
      for (let made = 0; made < most; made++) pooler.idle.push(await pooler.connectToServer());
    }
    pooler.listener = createServer((client) => pooler.serve(client));
    await new Promise<void>((resolve) => pooler.listener.listen(0, '127.0.0.1', resolve));
    return pooler;
  }

  /** The address of the database through the pooler. */
  get url(): string {
    const url = new URL(this.databaseUrl);
    url.host = `127.0.0.1:${(this.listener.address() as { port: number }).port}`;
    return url.href;
  }

  close(): void {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private serve(client: Socket): void {
    this.keep(client);
    let server: Socket | null = null;
    let isTaking = false;
    let early: Buffer[] = [];
    const take = async (): Promise<void> => {
      const taken = await this.take();
      if (client.destroyed) return this.release(taken);
      server = taken;
      isTaking = false;
      server.on('data', answer);
      for (const bytes of early.splice(0)) server.write(bytes);
    };
    const splitAnswers = splitter((message) => {
      client.write(message);
      if (message[0] === code('Z') && message[5] === code('I') && this.mode === 'transaction') leave();
    });
    const answer = (bytes: Buffer): void => splitAnswers(bytes);
    const leave = (): void => {
      server?.off('data', answer);
      if (server) this.release(server);
      server = null;
    };
    client.once('data', (first) => {
      const refused = settingsIn(first).find((name) => !TAKEN.includes(name));
      if (refused !== undefined) {
        client.end(message('E', `SFATAL\0C08P01\0Munsupported startup parameter: ${refused}\0\0`));
        return;
      }
      const key = Buffer.alloc(8, 7);
      client.write(Buffer.concat([message('R', Buffer.alloc(4)), message('K', key), message('Z', 'I')]));
      client.on('data', (bytes) => {
        if (server) server.write(bytes);
        else {
          early.push(bytes);
          if (!isTaking) void take();
          isTaking = true;
        }
      });
    });
    client.on('close', () => {
      early = [];
      // It ended within a transaction, or within its session.
      server?.destroy();
    });
  }

  private async take(): Promise<Socket> {
    if (this.mode === 'session') return this.connectToServer();
    return this.idle.shift() ?? new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(server: Socket): void {
    const next = this.waiting.shift();
    if (next) next(server);
    else this.idle.push(server);
  }

  /** A connection to the server that was let in, for its bytes. */
  private async connectToServer(): Promise<Socket> {
    const login = new Client({ connectionString: this.databaseUrl });
    await login.connect();
    const { stream } = (login as unknown as { connection: { stream: Socket } }).connection;
    for (const event of ['data', 'error', 'end', 'close']) stream.removeAllListeners(event);
    this.keep(stream);
    if (this.mode === 'transaction') {
      stream.on('close', async () => {
        const at = this.idle.indexOf(stream);
        if (at >= 0) this.idle.splice(at, 1);
        if (this.listener?.listening) this.release(await this.connectToServer());
      });
    }
    return stream;
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    // As poolers do: otherwise each statement waits 40 ms for what is to go with it.
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}

function message(type: string, body: string | Buffer): Buffer {
  const head = Buffer.from(`${type}0000`);
  head.writeInt32BE(Buffer.byteLength(body) + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

/** Cuts what a server sends into its messages: a letter, the length of the rest in four bytes, the rest. */
function splitter(onMessage: (message: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      onMessage(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  };
}

/** The names of what a client wants set: behind the length and the version, names and values, each ended by a zero. */
function settingsIn(startup: Buffer): string[] {
  const texts = startup.subarray(8).toString().split('\0');
  return texts.filter((text, index) => index % 2 === 0 && text !== '');
}
