import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createLoaders } from '../batch/loaders';
import type { Config } from '../config';
import type { Context } from '../resolve/context';
import { buildSchema } from '../resolve/schema';
import { ChangeFeed } from '../store/changes/change-feed';
import { stateOf } from '../store/changes/corpus-state';
import { watchOf } from '../store/changes/watch';
import { lookAt } from '../store/look';
import type { Work } from '../store/reading/work';
import type { Store } from '../store/store';
import { AnswerCache } from './answer-cache';
import { answering } from './answering';
import { createApolloServer } from './apollo';
import { asksForEventStream, EventStreams } from './event-streams';
import { createErrorFormatter } from './format-error';
import { Front } from './front';
import { addHealthRoutes, type Readiness } from './health';
import { createHttpServer, toErrorBody } from './http';
import { listening } from './listening';
import { Unread } from './live/unread';
import { Operations } from './operations';
import { Sockets } from './sockets';

/** A server that listens. */
export interface RunningServer {
  /** Address of the GraphQL endpoint. */
  url: string;
  /**
   * Stops: readiness turns to 503 and clients are told to close their connections, then after `drainMs` no more
   * requests are taken, those under way are finished, and sockets and streams are closed. The store is left open.
   */
  stop(): Promise<void>;
}

/** Starts to serve a migrated database at `/graphql`. */
export async function startServer(config: Config, store: Store, logger: Logger): Promise<RunningServer> {
  const readiness: Readiness = { accepting: true };
  const cache = new AnswerCache(config.answerCacheBytes, stateOf(store));
  const front = new Front(cache, readiness, config, logger);
  const http = await createHttpServer(config, logger, front);
  const schema = buildSchema();
  const apollo = createApolloServer(schema, http, config, logger);
  await apollo.start();

  addHealthRoutes(http, lookAt(store), readiness);

  const feed = new ChangeFeed(store, watchOf(store, config.databaseUrl), (error) =>
    logger.error({ err: error }, 'The change log could not be followed; it is tried again'),
  );
  const createContext = (work: Work): Context => {
    const db = store.read(work);
    return { db, loaders: createLoaders(db), feed };
  };
  const operations = new Operations(schema, config, createContext, createErrorFormatter(logger));
  const unread = new Unread(config.limits.unreadBytes, logger);
  const streams = new EventStreams(operations, unread, config, logger);
  const sockets = new Sockets(operations, unread, config, logger);

  const answer = answering(apollo, createContext, config.limits.operationMs, cache, front);
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler(request, reply) {
      return asksForEventStream(request) ? streams.answer(request, reply) : answer.call(this, request, reply);
    },
  });
  http.server.on('upgrade', (request, connection, head) => sockets.upgrade(request, connection, head));

  http.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) =>
      reply
        .code(405)
        .header('allow', 'GET, POST')
        .send(toErrorBody(`Method: expected GET or POST, got ${request.method}`, 'BAD_REQUEST')),
  });
  http.get('/', (_, reply) => reply.redirect('/graphql'));

  await listening(config, () => http.listen({ host: config.host, port: config.port }));
  // Such as no more descriptors: those who are connected are answered, and others again when there is room.
  http.server.on('error', (error) => logger.error({ err: error }, 'A connection could not be taken'));
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/graphql`,
    stop: async () => {
      readiness.accepting = false;
      await sleep(config.drainMs);
      await Promise.all([sockets.close(), streams.close()]);
      feed.close();
      await apollo.stop();
    },
  };
}
