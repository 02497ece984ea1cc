import { setTimeout as sleep } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { createLoaders } from '../batch/loaders';
import type { Config } from '../config';
import type { Context } from '../resolve/context';
import { buildSchema } from '../resolve/schema';
import { createApolloServer } from './apollo';
import { addHealthRoutes, type Readiness } from './health';
import { createHttpServer, toErrorBody } from './http';

/** A server that listens. */
export interface RunningServer {
  /** Address of the GraphQL endpoint. */
  url: string;
  /**
   * Stops: readiness turns to 503 and clients are told to close their connections, then after `drainMs` no more
   * requests are taken and those under way are finished. The data source is left open.
   */
  stop(): Promise<void>;
}

/** Starts to serve a migrated database at `/graphql`. */
export async function startServer(config: Config, dataSource: DataSource, logger: Logger): Promise<RunningServer> {
  const http = await createHttpServer(config, logger);
  const apollo = createApolloServer(buildSchema(), http, config, logger);
  await apollo.start();

  const readiness: Readiness = { accepting: true };
  addHealthRoutes(http, dataSource, readiness);
  http.addHook('onSend', async (_, reply) => {
    if (!readiness.accepting) reply.header('connection', 'close');
  });

  const db = dataSource.manager;
  const context = async (): Promise<Context> => ({ db, loaders: createLoaders(db) });
  http.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(apollo, { context }) });

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

  await http.listen({ host: config.host, port: config.port });
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/graphql`,
    stop: async () => {
      readiness.accepting = false;
      await sleep(config.drainMs);
      await apollo.stop();
    },
  };
}
