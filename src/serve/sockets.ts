import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../config';
import { toErrorBody } from './http';
import { Inbox } from './inbox';
import { type Operations, type PreparedOperation, tooMany } from './operations';
import { isFromAllowedOrigin } from './origins';

/** How long a client may take to say the first word, in milliseconds. */
const INIT_TIMEOUT = 10_000;

/** How often a client is asked whether it lives, and how long it may take to answer, in milliseconds. */
const KEEP_ALIVE = 12_000;

/** Unread answers of a socket, in bytes, from which on more requests are no longer answered but the socket cut off. */
const MOST_UNREAD = 8_000_000;

/** How long clients have to close their sockets when the server stops, in milliseconds. */
const LAST_WORDS = 1_000;

/** Close codes of RFC 6455 and of graphql-transport-ws. */
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 4500;

/** Operations over WebSocket, by the protocol graphql-transport-ws, under the limits of HTTP. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly protocol: ReturnType<typeof makeServer>;
  private isClosed = false;

  constructor(
    operations: Operations,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {
    const { limits } = config;
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: limits.bodyBytes,
      handleProtocols: (protocols) => handleProtocols(protocols),
      autoPong: false,
    });
    this.protocol = makeServer({
      connectionInitWaitTimeout: INIT_TIMEOUT,
      onSubscribe: ({ subscriptions }, _, params) =>
        Object.keys(subscriptions).length > limits.subscriptionsPerConnection
          ? [tooMany(`at most ${limits.subscriptionsPerConnection} operations at once on one connection`)]
          : operations.prepare(params),
      execute: (prepared) => operations.execute(prepared as PreparedOperation),
      subscribe: (prepared) => operations.subscribe(prepared as PreparedOperation),
      onNext: (_context, _id, _params, _prepared, result) => operations.formatResult(result),
      onError: (_context, _id, _params, errors) => operations.formatErrors(errors),
    });
  }

  /** Makes a socket of a connection whose client asks for one, or refuses. Whatever the client sends, it throws nothing. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on('error', (error) => this.logger.debug({ err: error }, 'A connection broke'));
    try {
      const refusal = this.refusalOf(request);
      if (refusal) refuse(connection, ...refusal);
      else this.server.handleUpgrade(request, connection, head, (socket) => this.serve(socket));
    } catch (error) {
      this.logger.error({ err: error }, 'Unexpected error as a socket was opened');
      connection.destroy();
    }
  }

  /** Closes every socket so that its client comes back to another server; one that does not answer is cut off. */
  async close(): Promise<void> {
    this.isClosed = true;
    const closing = [...this.server.clients].map(async (socket) => {
      const closed = once(socket, 'close', { signal: AbortSignal.timeout(LAST_WORDS) });
      socket.close(GOING_AWAY, 'The server is stopping');
      await closed.catch(() => socket.terminate());
    });
    await Promise.all(closing);
  }

  private refusalOf(request: IncomingMessage): [status: string, message: string] | null {
    // Not read as an address: a client may send anything here.
    const [path = ''] = (request.url ?? '').split('?');
    if (path !== '/graphql') return ['404 Not Found', `${path}: nothing is here; the API is at /graphql`];
    if (!isFromAllowedOrigin(request, this.config.corsOrigin)) {
      return ['403 Forbidden', `Origin: ${request.headers.origin} may not open a socket`];
    }
    if (this.isClosed) return ['503 Service Unavailable', 'The server is stopping'];
    const most = this.config.limits.subscriptions;
    if (this.server.clients.size >= most) return ['503 Service Unavailable', `Sockets: expected at most ${most}`];
    return null;
  }

  private serve(socket: WebSocket): void {
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        // Done when the message has left: the next one of a subscription waits for it.
        send: (message) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) resolve();
            else socket.send(message, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) => {
          const inbox = new Inbox(
            socket,
            (message) => handle(message).catch((error: unknown) => this.fail(socket, error)),
            this.config.limits.messagesPerSecond,
          );
          socket.on('message', (message) => {
            if (!cutOffUnread(socket)) inbox.add(String(message));
          });
          socket.once('close', () => inbox.close());
        },
      },
      undefined,
    );
    const stopAsking = keepAlive(socket);
    socket.on('ping', (data) => cutOffUnread(socket) || socket.pong(data));
    // Messages too large or not understood close the socket with their own code.
    socket.on('error', (error) => this.logger.debug({ err: error }, 'A socket broke'));
    socket.once('close', (code, reason) => {
      stopAsking();
      closed(code, String(reason)).catch((error: unknown) =>
        this.logger.error({ err: error }, 'A socket did not close'),
      );
    });
  }

  private fail(socket: WebSocket, error: unknown): void {
    if (socket.readyState !== socket.OPEN) return;
    this.logger.error({ err: error }, 'Unexpected error on a socket');
    socket.close(INTERNAL_ERROR, 'Internal server error');
  }
}

/** Whether the client asks for more and more without reading the answers; it is not heard any longer then. */
function cutOffUnread(socket: WebSocket): boolean {
  if (socket.bufferedAmount <= MOST_UNREAD) return false;
  socket.terminate();
  return true;
}

/** Cuts the socket off when the client no longer answers. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
    answered = false;
  }, KEEP_ALIVE);
  return () => clearInterval(timer);
}

function refuse(connection: Duplex, status: string, message: string): void {
  const body = JSON.stringify(toErrorBody(message, 'BAD_REQUEST'));
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  connection.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
