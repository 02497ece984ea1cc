import type { OutgoingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { createLoaders } from '../batch/loaders';
import { readBuiltExplore } from '../built-explore';
import { ChangeFeed } from '../changes/watch/change-feed';
import { stateOf } from '../changes/watch/corpus-state';
import { watchOf } from '../changes/watch/watch-of';
import type { Config } from '../config';
import { buildSchema } from '../resolve/schema';
import { weightsOf } from '../seeds';
import { lookAt } from '../store/look';
import { explain } from '../store/reading/explain';
import { Work } from '../store/reading/work';
import type { Store } from '../store/store';
import { Admission } from './admit/admission';
import type { Call, ServedContext } from './call';
import { addExports } from './export/exports';
import { addHealthRoutes, type Readiness } from './health';
import { acceptedBy } from './http/accepted';
import { createHttpServer } from './http/fastify';
import { listening } from './http/listening';
import { vary } from './http/vary';
import { AnswerCache } from './kept-answers/answer-cache';
import { answering } from './kept-answers/answering';
import { Front } from './kept-answers/front';
import { EventStreams, isForEventStream } from './live/event-streams';
import { LiveOperations } from './live/live-operations';
import { Sockets } from './live/sockets';
import { Unread } from './live/unread';
import { createApolloServer } from './operations/apollo';
import { Executor } from './operations/execute-operation';
import { createErrorFormatter } from './operations/format-error';
import { RememberedDocuments } from './operations/remembered-documents';
import { answerWithExplore } from './pages/explore-page';
import { addFiles } from './pages/files';
import { addReader } from './pages/reader/reader-routes';
import { addSitemap } from './pages/reader/sitemap';
import { addResourcePages } from './pages/resource-pages';
import { answerWithSandbox } from './pages/sandbox-page';
import { trustOf } from './quota/client-address';
import { Quota } from './quota/quota';
import { addReadings } from './readings';
import { Requests } from './requests';
import { Metrics } from './telemetry/metrics';
import { answerMetrics, listenForMetrics, type ReadMetrics } from './telemetry/metrics-endpoint';
import { Observer } from './telemetry/observer';
import { SlowOperations } from './telemetry/slow-operations';

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

/**
 * Starts to serve a migrated database at `/graphql`.
 *
 * @param ofAll in a worker: gives the metrics of all workers
 */
export async function startServer(
  config: Config,
  store: Store,
  logger: Logger,
  ofAll: ReadMetrics | null = null,
): Promise<RunningServer> {
  const readiness: Readiness = { accepting: true };
  const metrics = new Metrics();
  const slow = new SlowOperations(config.slowOperationMs, (statement) => explain(store.reader, statement), logger);
  const observer = new Observer(metrics, slow, logger);
  const requests = new Requests(trustOf(config.trustProxy));
  const quota = new Quota(config.quotaPerMinute);
  const cache = new AnswerCache(config.answerCacheBytes, stateOf(store));
  const front = new Front({ cache, readiness, requests, quota, observer }, config, logger);
  const onDrop = (): void => metrics.endedConnection('limit');
  const http = await createHttpServer(config, logger, { front, requests, quota, onDrop });
  const schema = buildSchema();
  const documents = new RememberedDocuments();
  const admission = new Admission({ schema, quota }, config);
  const executor = new Executor(config.limits);
  const formatError = createErrorFormatter(logger);
  const apollo = createApolloServer(
    { schema, http, admission, executor, observer, documents, formatError },
    config,
    logger,
  );
  await apollo.start();

  addHealthRoutes(http, lookAt(store), readiness);

  const feed = new ChangeFeed(store, watchOf(store, config.databaseUrl), (error) =>
    logger.error({ err: error }, 'The change log could not be followed; it is tried again'),
  );
  const weights = weightsOf(config.vectors);
  let publicUrl = config.publicUrl ?? '';
  const createContext = (call: Call): ServedContext => {
    const db = store.read(call.work);
    return { db, loaders: createLoaders(db, weights), weights, publicUrl, feed, call };
  };
  const operations = new LiveOperations(
    { schema, createContext, admission, executor, observer, documents, formatError },
    config,
  );
  const unread = new Unread(config.limits.unreadBytes, logger, () => metrics.endedConnection('unread'));
  const streams = new EventStreams(operations, unread, requests, config, logger);
  const sockets = new Sockets(operations, unread, requests, config, logger);

  const explore = config.sandbox ? readBuiltExplore() : null;
  const answer = answering({ apollo, createContext, requests, quota, observer, cache, front, limits: config.limits });
  http.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/graphql',
    handler(request, reply) {
      vary(reply, 'Accept', 'Accept-Encoding');
      const isForPerson = request.method !== 'POST' && acceptedBy(request.headers.accept).prefersHtml;
      if (config.sandbox && isForPerson) return answerWithExplore(explore, config, request, reply);
      return isForEventStream(request) ? streams.answer(request, reply) : answer.call(this, request, reply);
    },
  });
  if (config.sandbox) http.get('/sandbox', answerWithSandbox);
  http.server.on('upgrade', (request, connection, head) => sockets.upgrade(request, connection, head));

  addFiles(http, schema, explore, config);
  addExports(http, { store, requests, quota, logger }, config);
  if (config.reader) {
    addReader(http, operations, { requests, quota, observer, cache }, config);
    const read = () => store.read(new Work(config.limits.operationMs));
    addSitemap(http, { read, cache, requests, quota }, config.publicUrl);
  } else {
    addResourcePages(http);
    // Relative: a proxy may have taken a path away that clients know this one by.
    http.get('/', (_, reply) => reply.redirect('graphql'));
  }

  const connections = async (): Promise<Record<string, number>> => ({
    http: await promisify(http.server.getConnections.bind(http.server))(),
    websocket: sockets.size,
    'event-stream': streams.size,
    subscription: operations.open,
  });
  addReadings(metrics, { store, executor, cache, documents, unread, readiness, connections });
  const readMetrics = ofAll ?? (() => metrics.text());
  if (config.metricsPort === null) {
    http.get('/metrics', async (_, reply) =>
      answerMetrics(readMetrics, reply.hijack().raw, reply.getHeaders() as OutgoingHttpHeaders, logger),
    );
  }
  const stopMetrics = ofAll ? () => undefined : await listenForMetrics(config, readMetrics, logger);

  await listening(config, () => http.listen({ host: config.host, port: config.port }));
  // Such as no more descriptors: those who are connected are answered, and others again when there is room.
  http.server.on('error', (error) => logger.error({ err: error }, 'A connection could not be taken'));
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  publicUrl = config.publicUrl ?? `http://${reachable(config.host)}:${port}`;
  return {
    url: `http://${inUrl(config.host)}:${port}/graphql`,
    stop: async () => {
      readiness.accepting = false;
      await sleep(config.drainMs);
      await Promise.all([sockets.close(), streams.close()]);
      feed.close();
      await apollo.stop();
      stopMetrics();
    },
  };
}

/** A host as it stands in an address. */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Under which name a browser of this machine reaches a server that listens on a host. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : inUrl(host);
}
