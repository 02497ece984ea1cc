import { createServer, type IncomingMessage, maxHeaderSize } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import fastify, {
  type ConnectionError,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../../config';
import type { Front } from '../kept-answers/front';
import { answerNowhere, answerWithPageOfNothing, methodsOf } from '../pages/nowhere';
import { type Quota, requestCost } from '../quota/quota';
import type { Requests } from '../requests';
import { acceptedBy } from './accepted';
import { codingFor, encode } from './codings';
import { headersFor, preflightHeadersFor } from './cross-origin';
import { Origins } from './origins';
import { refuse, toErrorBody } from './refuse';
import { SAFE_HEADERS } from './safe-headers';
import { vary } from './vary';

/** How long a client may take to send its request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** How long of that for its headers, in milliseconds. */
const HEADERS_TIMEOUT = 15_000;

/** How long a connection stays open without a request: longer than load balancers keep theirs, in milliseconds. */
const KEEP_ALIVE_TIMEOUT = 72_000;

/** Where what is asked counts against a quota. */
const COUNTED = /^\/(?:graphql$|export\/)/;

/** Fastify loads a compiler of JSON schemas at every start unless it is given one; no route here has a schema. */
const noCompilers = {
  buildValidator: expectNoSchema,
  buildSerializer: expectNoSchema,
};

function expectNoSchema(): never {
  throw new Error('Fastify: expected no route with a JSON schema');
}

/** What the HTTP server works with. */
export interface HttpParts {
  front: Front;
  requests: Requests;
  quota: Quota;
  /** Hears of each connection that is one too many. */
  onDrop(): void;
}

/** The HTTP server without routes: limits, cross-origin rules, and errors in the shape that GraphQL clients read. */
export async function createHttpServer(
  { limits, corsOrigin }: Config,
  logger: Logger,
  { front, requests, quota, onDrop }: HttpParts,
): Promise<FastifyInstance> {
  const origins = new Origins(corsOrigin);
  // On the reply alone: what is set on a response beforehand is set once more when its head is written.
  const sayFirst = (request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers(SAFE_HEADERS).headers(headersFor(origins, request.raw)).header('x-request-id', request.id);
  };
  const http = fastify({
    serverFactory: (handler) => {
      const server = createServer(
        { requestTimeout: REQUEST_TIMEOUT, headersTimeout: HEADERS_TIMEOUT, keepAliveTimeout: KEEP_ALIVE_TIMEOUT },
        front.before((request, response) => handler(request, response)),
      );
      server.maxConnections = limits.connections;
      server.on('drop', onDrop);
      server.on('checkExpectation', ({ socket, headers: { expect } }) =>
        refuse(socket, '417 Expectation Failed', `Expect: expected 100-continue, got ${expect}`),
      );
      return server;
    },
    loggerInstance: logger,
    genReqId: (request) => requests.originOf(request as IncomingMessage).id,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: limits.bodyBytes,
    clientErrorHandler: refuseBroken,
    schemaController: { compilersFactory: noCompilers },
    frameworkErrors: (error, request, reply) => {
      // No hook has met it.
      sayFirst(request as FastifyRequest, reply as FastifyReply);
      (reply as FastifyReply).code(error.statusCode ?? 400);
      vary(reply as FastifyReply, 'Accept');
      if (acceptedBy(request.headers.accept).prefersHtml) answerWithPageOfNothing(request.url, reply as FastifyReply);
      else (reply as FastifyReply).send(toErrorBody(error.message, 'BAD_REQUEST'));
    },
    // A request that ends up here while stopping is still answered; readiness alone says that no more should come.
    return503OnClosing: false,
    // The slug of a paper in a path is its whole title; as long as a target may be.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
  }) as unknown as FastifyInstance;

  // A page of another site may send text without being asked for a permission (a "simple request"), so none is read.
  http.removeContentTypeParser('text/plain');

  http.addHook('onRequest', async (request, reply) => {
    sayFirst(request, reply);
    if (request.method !== 'OPTIONS') return;
    const methods = methodsOf(http, request.url);
    if (methods === null) return answerNowhere(http, request, reply);
    return reply
      .code(204)
      .headers({ allow: methods, ...preflightHeadersFor(origins, request.raw) })
      .send();
  });

  // Before a content is read that nobody takes.
  http.addHook('onRequest', async (request, reply) =>
    request.is404 ? answerNowhere(http, request, reply) : undefined,
  );

  // Behind the cross-origin rules: a script of another origin is to read why it was refused.
  http.addHook('onRequest', async (request, reply) => {
    if (!COUNTED.test(request.routeOptions.url ?? '')) return;
    const { client } = requests.originOf(request.raw);
    const cost = requestCost(request.raw);
    const isWithin = quota.take(client, cost);
    reply.headers(quota.headersFor(client));
    if (isWithin) return;
    const { message, extensions } = quota.refusal(client, cost);
    const { http: _, ...open } = extensions;
    return reply
      .code(429)
      .header('retry-after', String(extensions.retryAfter))
      .send({ errors: [{ message, extensions: open }] });
  });

  http.addHook('preValidation', async (request, reply) => {
    // A GET has no content, so this says nothing of it.
    if (request.method !== 'POST') return;
    const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      return reply.code(415).send(toErrorBody(`Content-Type: expected charset utf-8, got ${charset}`, 'BAD_REQUEST'));
    }
  });

  http.addHook('preParsing', async (request, _reply, payload) => {
    const body = front.questionOf(request.raw)?.body;
    return body ? Readable.from(body) : payload;
  });

  // What is made for one request alone; what is sent again keeps what it was made into.
  http.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string') return payload;
    const plain = Buffer.from(payload);
    const coding = codingFor(request.headers['accept-encoding'], plain.length);
    vary(reply, 'Accept-Encoding');
    if (coding === 'identity') return payload;
    const coded = await encode(plain, coding);
    // One that was said is that of the plain text.
    reply.removeHeader('content-length').header('content-encoding', coding);
    return coded;
  });

  http.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 415) {
      const got = request.headers['content-type'] ?? 'none';
      return reply.code(415).send(toErrorBody(`Content-Type: expected application/json, got ${got}`, 'BAD_REQUEST'));
    }
    if (status < 500) return reply.code(status).send(toErrorBody(error.message, 'BAD_REQUEST'));
    request.log.error({ err: error }, 'Unexpected error in HTTP');
    return reply.code(500).send(toErrorBody('Internal server error', 'INTERNAL_SERVER_ERROR'));
  });

  return http;
}

/** Answers a client whose request is no HTTP, or does not come to its end, if it still listens. */
function refuseBroken({ code }: ConnectionError, connection: Socket): void {
  if (code === 'ECONNRESET' || !connection.writable) {
    connection.destroy();
  } else if (code === 'HPE_HEADER_OVERFLOW') {
    refuse(
      connection,
      '431 Request Header Fields Too Large',
      `Headers: expected at most ${maxHeaderSize} bytes, got more`,
    );
  } else if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    refuse(connection, '408 Request Timeout', `Request: expected it within ${REQUEST_TIMEOUT} ms`);
  } else {
    refuse(connection, '400 Bad Request', 'Request: expected HTTP/1.1');
  }
}
