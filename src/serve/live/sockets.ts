import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { type ConnectionInitMessage, type Context, handleProtocols, makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../../config';
import { isEndpoint } from '../http/endpoint';
import { Origins } from '../http/origins';
import { refuse } from '../http/refuse';
import type { Requests } from '../requests';
import { Inbox } from './inbox';
import { keepAlive } from './keep-alive';
import {
  isRefused,
  type LiveOperations,
  type OperationParams,
  type PreparedOperation,
  tooMany,
} from './live-operations';
import { UnderWay } from './under-way';
import type { Unread } from './unread';

/** How long a client may take to say the first word, in milliseconds. */
const INIT_TIMEOUT = 10_000;

/** How long clients have to close their sockets when the server stops, in milliseconds. */
const LAST_WORDS = 1_000;

/** Close codes of RFC 6455 and of graphql-transport-ws. */
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 4500;

/** The client at the other end. */
interface Peer {
  /** Whom it is counted as. */
  client: string;
  underWay: UnderWay;
}

type Conversation = Context<ConnectionInitMessage['payload'], Peer>;

/** Operations over WebSocket, by the protocol graphql-transport-ws, under the limits of HTTP. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<Peer>;
  private readonly origins: Origins;
  private isClosed = false;

  constructor(
    private readonly operations: LiveOperations,
    private readonly unread: Unread,
    private readonly requests: Requests,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {
    const { limits, corsOrigin } = config;
    this.origins = new Origins(corsOrigin);
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: limits.bodyBytes,
      handleProtocols: (protocols) => handleProtocols(protocols),
      autoPong: false,
    });
    this.server.on('wsClientError', ({ message }, connection) => refuse(connection, '400 Bad Request', message));
    this.protocol = makeServer<ConnectionInitMessage['payload'], Peer>({
      connectionInitWaitTimeout: INIT_TIMEOUT,
      onSubscribe: (conversation, id, params) => this.prepare(conversation, id, params),
      execute: (prepared) => operations.execute(prepared as PreparedOperation),
      subscribe: (prepared) => operations.subscribe(prepared as PreparedOperation),
      onNext: (_context, _id, _params, prepared, result) =>
        operations.formatResult(result, (prepared as PreparedOperation).contextValue.call.id),
      onError: (_context, _id, _params, errors) => operations.formatErrors(errors),
    });
  }

  /** Makes a socket of a connection whose client asks for one, or refuses. Whatever the client sends, it throws nothing. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on('error', (error) => this.logger.debug({ err: error }, 'A connection broke'));
    try {
      const { client } = this.requests.originOf(request);
      const refusal = this.refusalOf(request);
      if (refusal) refuse(connection, ...refusal);
      else this.server.handleUpgrade(request, connection, head, (socket) => this.serve(socket, client));
    } catch (error) {
      this.logger.error({ err: error }, 'Unexpected error as a socket was opened');
      connection.destroy();
    }
  }

  /** How many are open. */
  get size(): number {
    return this.server.clients.size;
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

  private prepare(
    conversation: Conversation,
    id: string,
    params: OperationParams,
  ): PreparedOperation | readonly GraphQLError[] {
    const most = this.config.limits.subscriptionsPerConnection;
    if (Object.keys(conversation.subscriptions).length > most) {
      return [tooMany(`at most ${most} operations at once on one connection`)];
    }
    const { client, underWay } = conversation.extra;
    const sender = { id: this.requests.nextId(), client, transport: 'websocket' } as const;
    const prepared = this.operations.prepare(params, sender);
    if (isRefused(prepared)) return prepared;
    const { work } = prepared.contextValue.db;
    underWay.add({ work, isAwaited: () => id in conversation.subscriptions });
    return prepared;
  }

  private refusalOf(request: IncomingMessage): [status: string, message: string] | null {
    // Not read as an address: a client may send anything here.
    const [path] = (request.url ?? '').split('?');
    if (!isEndpoint(request.url)) return ['404 Not Found', `${path}: nothing is here; the API is at /graphql`];
    if (!this.origins.allowSender(request)) {
      return ['403 Forbidden', `Origin: ${request.headers.origin} may not open a socket`];
    }
    if (this.isClosed) return ['503 Service Unavailable', 'The server is stopping'];
    const most = this.config.limits.subscriptions;
    if (this.server.clients.size >= most) return ['503 Service Unavailable', `Sockets: expected at most ${most}`];
    return null;
  }

  private serve(socket: WebSocket, client: string): void {
    const unread = this.unread.of(() => socket.terminate());
    const inbox = new Inbox(socket, this.config.limits.messagesPerSecond);
    const life = keepAlive(socket);
    const underWay = new UnderWay();
    const receive = (characters: number, handle: () => void | Promise<void>): void =>
      inbox.add({
        characters,
        handle: async () => {
          life.heard();
          try {
            await handle();
          } catch (error) {
            this.fail(socket, error);
          } finally {
            underWay.sweep();
          }
        },
      });
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        // Done when the message has left: the next one of a subscription waits for it.
        send: (message) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            const hasLeft = unread.add(message);
            socket.send(message, (error) => {
              hasLeft();
              if (error) reject(error);
              else resolve();
            });
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) => {
          socket.on('message', (data) => {
            const message = String(data);
            receive(message.length, () => handle(message));
          });
        },
      },
      { client, underWay },
    );
    socket.on('ping', (data) => receive(data.length, () => socket.pong(data)));
    // Messages too large or not understood close the socket with their own code.
    socket.on('error', (error) => this.logger.debug({ err: error }, 'A socket broke'));
    socket.once('close', (code, reason) => {
      life.end();
      inbox.close();
      unread.forget();
      closed(code, String(reason)).catch((error: unknown) =>
        this.logger.error({ err: error }, 'A socket did not close'),
      );
      underWay.sweep();
    });
  }

  private fail(socket: WebSocket, error: unknown): void {
    if (socket.readyState !== socket.OPEN) return;
    this.logger.error({ err: error }, 'Unexpected error on a socket');
    socket.close(INTERNAL_ERROR, 'Internal server error');
  }
}
