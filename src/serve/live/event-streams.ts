import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, getOperationAST, type OperationTypeNode, parse } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../../config';
import type { RequestParams } from '../admit/check-params';
import { readParams } from '../admit/read-params';
import type { Sender } from '../call';
import { acceptedBy } from '../http/accepted';
import { Origins } from '../http/origins';
import { toErrorBody } from '../http/refuse';
import type { Requests } from '../requests';
import { isRefused, type LiveOperations, type OperationParams, type Results, toGraphQLError } from './live-operations';
import type { Unread, UnreadOfClient } from './unread';

/** How often a stream is written to when nothing happens, so that nothing between takes it for dead, in milliseconds. */
const KEEP_ALIVE = 12_000;

/** How long a client may leave full buffers unread before its stream is cut off, in milliseconds. */
const STALLED = 30_000;

/** How long streams have to be read to their end when the server stops, in milliseconds. */
const LAST_WORDS = 1_000;

/** A client of a stream, and what it has not read. */
interface Reader {
  response: ServerResponse;
  unread: UnreadOfClient;
}

/**
 * Whether a request is to be answered as a stream of server-sent events: where its client takes one, and asks for a
 * subscription or takes nothing else. Many clients list all that they can read.
 */
export function isForEventStream(request: FastifyRequest): boolean {
  const { json, takesEvents } = acceptedBy(request.headers.accept);
  return takesEvents && (json === null || isSubscription(request));
}

function isSubscription(request: FastifyRequest): boolean {
  const params = readParams(request);
  return (
    typeof params !== 'string' && Boolean(params.query?.includes('subscription')) && kindOf(params) === 'subscription'
  );
}

/** The kind of the operation that is asked for; null of what is no GraphQL: it is refused as plain requests are. */
function kindOf({ query = '', operationName }: RequestParams): OperationTypeNode | null {
  try {
    return getOperationAST(parse(query), operationName)?.operation ?? null;
  } catch {
    return null;
  }
}

/**
 * Answers operations as server-sent events, one operation a request: the "distinct connections mode" of the protocol of
 * graphql-sse. The handler of that library takes results as fast as they come and keeps them all for a client that does
 * not read; here the next one is made when there is room for it.
 */
export class EventStreams {
  private readonly open = new Map<ServerResponse, Results>();
  private readonly origins: Origins;

  constructor(
    private readonly operations: LiveOperations,
    private readonly unread: Unread,
    private readonly requests: Requests,
    { corsOrigin }: Pick<Config, 'corsOrigin'>,
    private readonly logger: Logger,
  ) {
    this.origins = new Origins(corsOrigin);
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!this.origins.allowSender(request.raw)) {
      return reply.code(403).send(toErrorBody(`Origin: ${request.headers.origin} may not subscribe`, 'BAD_REQUEST'));
    }
    const params = readParams(request);
    if (typeof params === 'string') return reply.code(400).send(toErrorBody(params, 'BAD_REQUEST'));
    const { query } = params;
    if (query === undefined) return reply.code(400).send(toErrorBody('query: expected a string', 'BAD_REQUEST'));
    const kind = request.method === 'POST' ? null : kindOf(params);
    // Any page may ask for an address, and any cache may do so again: by it nothing is done but to read.
    if (kind !== null && kind !== 'query') {
      const message = `Method: expected POST of a ${kind}, got ${request.method}`;
      return reply.code(405).header('allow', 'POST').send(toErrorBody(message, 'BAD_REQUEST'));
    }
    const response = reply.raw;
    response.on('error', (error) => this.logger.debug({ err: error }, 'A stream broke'));
    const sender = { ...this.requests.originOf(request.raw), transport: 'event-stream' } as const;
    const results = await this.start({ ...params, query }, sender, response);
    reply.hijack();
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const unread = this.unread.of(() => response.destroy());
    response.once('close', () => unread.forget());
    // The client may have gone before there was an answer.
    if (response.destroyed) unread.forget();
    try {
      response.write(':\n\n');
      if (isStream(results)) await this.stream({ response, unread, id: sender.id }, results);
      else await write({ response, unread }, 'next', this.operations.formatResult(results, sender.id));
      await write({ response, unread }, 'complete', null);
      response.end();
    } catch (error) {
      this.logger.error({ err: error }, 'Unexpected error in a stream');
      response.destroy();
    }
    return reply;
  }

  /** How many are open. */
  get size(): number {
    return this.open.size;
  }

  /** Completes every stream; one that is not read to its end is cut off. */
  async close(): Promise<void> {
    const closing = [...this.open].map(async ([response, results]) => {
      const closed = once(response, 'close', { signal: AbortSignal.timeout(LAST_WORDS) });
      await results.return?.();
      await closed.catch(() => response.destroy());
    });
    await Promise.all(closing);
  }

  /** Starts an operation; what it does ends with the response. */
  private async start(
    params: OperationParams,
    sender: Sender,
    response: ServerResponse,
  ): Promise<ExecutionResult | Results> {
    const prepared = this.operations.prepare(params, sender);
    if (isRefused(prepared)) return { errors: prepared };
    const { work } = prepared.contextValue.db;
    response.once('close', () => work.leave());
    if (response.destroyed) work.leave();
    const operation = getOperationAST(prepared.document, prepared.operationName);
    return operation?.operation === 'subscription'
      ? this.operations.subscribe(prepared)
      : this.operations.execute(prepared);
  }

  private async stream({ response, unread, id }: Reader & { id: string }, results: Results): Promise<void> {
    const stop = (): void => {
      results.return?.().catch((error: unknown) => this.logger.error({ err: error }, 'A stream did not end'));
    };
    response.once('close', stop);
    // The client may have gone before there was a stream.
    if (response.destroyed) stop();
    this.open.set(response, results);
    const keepAlive = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), KEEP_ALIVE);
    try {
      for await (const result of results)
        await write({ response, unread }, 'next', this.operations.formatResult(result, id));
    } catch (error) {
      await write({ response, unread }, 'next', this.operations.formatResult({ errors: [toGraphQLError(error)] }, id));
    } finally {
      clearInterval(keepAlive);
      this.open.delete(response);
    }
  }
}

function isStream(results: ExecutionResult | Results): results is Results {
  return Symbol.asyncIterator in results;
}

/** Writes one event, and waits until there is room for another. */
async function write({ response, unread }: Reader, event: 'next' | 'complete', data: object | null): Promise<void> {
  if (response.destroyed) return;
  const message = `event: ${event}\ndata:${data ? ` ${JSON.stringify(data)}` : ''}\n\n`;
  const hasLeft = unread.add(message);
  if (response.destroyed || response.write(message, hasLeft)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => response.destroy(), STALLED);
    const goOn = (): void => {
      clearTimeout(timer);
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.once('drain', goOn).once('close', goOn);
  });
}
