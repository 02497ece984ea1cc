import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../../config';
import { listening } from '../http/listening';
import { SAFE_HEADERS } from '../http/safe-headers';

/** The media type of Prometheus' text format. */
const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8';

/** Gives all numbers in Prometheus' text format. */
export type ReadMetrics = () => Promise<string>;

/**
 * Answers a request for the numbers; 503 when they cannot be had, such as from workers that do not answer.
 *
 * @param headers what every answer says there
 */
export async function answerMetrics(
  read: ReadMetrics,
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  logger: Logger,
): Promise<void> {
  try {
    const text = await read();
    response.writeHead(200, { ...headers, 'content-type': TEXT_FORMAT, 'cache-control': 'no-store' }).end(text);
  } catch (error) {
    logger.error({ err: error }, 'The metrics could not be read');
    response
      .writeHead(503, { ...headers, 'content-type': 'text/plain' })
      .end('The metrics could not be read; the log says why\n');
  }
}

/**
 * Listens on the port of their own, if they have one.
 *
 * @returns what stops it
 * @throws Problem that names the setting when nothing can listen there
 */
export async function listenForMetrics(
  { host, metricsPort }: Pick<Config, 'host' | 'metricsPort'>,
  read: ReadMetrics,
  logger: Logger,
): Promise<() => void> {
  if (metricsPort === null) return () => undefined;
  const server = createServer((request, response) => {
    if (isForMetrics(request)) void answerMetrics(read, response, SAFE_HEADERS, logger);
    else
      response
        .writeHead(404, { ...SAFE_HEADERS, 'content-type': 'text/plain' })
        .end('Nothing is here; the metrics are at /metrics\n');
  });
  await listening({ host, port: metricsPort, setting: 'METRICS_PORT' }, () => {
    server.listen(metricsPort, host);
    return once(server, 'listening');
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

function isForMetrics({ method, url = '' }: IncomingMessage): boolean {
  return method === 'GET' && url.split('?')[0] === '/metrics';
}
