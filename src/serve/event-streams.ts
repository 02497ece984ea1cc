import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Config } from '../config';
import { toErrorBody } from './http';
import { type OperationParams, type Operations, type Results, toGraphQLError } from './operations';
import { isFromAllowedOrigin } from './origins';
import { readParams } from './read-params';

/** How often a stream is written to when nothing happens, so that nothing between takes it for dead, in milliseconds. */
const KEEP_ALIVE = 12_000;

/** How long a client may leave full buffers unread before its stream is cut off, in milliseconds. */
const STALLED = 30_000;

/** How long streams have to be read to their end when the server stops, in milliseconds. */
const LAST_WORDS = 1_000;

/** Whether a client asks for the answer as a stream of server-sent events. */
export function asksForEventStream({ headers: { accept } }: FastifyRequest): boolean {
  return accept?.includes('text/event-stream') ?? false;
}

/**
 * Answers operations as server-sent events, one operation a request: the "distinct connections mode" of the protocol of
 * graphql-sse. The handler of that library takes results as fast as they come and keeps them all for a client that does
 * not read; here the next one is made when there is room for it.
 */
export class EventStreams {
  private readonly open = new Map<ServerResponse, Results>();

  constructor(
    private readonly operations: Operations,
    private readonly config: Config,
  ) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!isFromAllowedOrigin(request.raw, this.config.corsOrigin)) {
      return reply.code(403).send(toErrorBody(`Origin: ${request.headers.origin} may not subscribe`, 'BAD_REQUEST'));
    }
    const params = readParams(request);
    if (typeof params === 'string') return reply.code(400).send(toErrorBody(params, 'BAD_REQUEST'));
    const results = await this.start(params);
    const response = reply.raw;
    reply.hijack();
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(':\n\n');
    if (isStream(results)) await this.stream(response, results);
    else await write(response, 'next', this.operations.formatResult(results));
    await write(response, 'complete', null);
    response.end();
    return reply;
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

  private async start(params: OperationParams): Promise<ExecutionResult | Results> {
    const prepared = this.operations.prepare(params);
    if (Array.isArray(prepared)) return { errors: prepared };
    const operation = getOperationAST(prepared.document, prepared.operationName);
    return operation?.operation === 'subscription'
      ? this.operations.subscribe(prepared)
      : this.operations.execute(prepared);
  }

  private async stream(response: ServerResponse, results: Results): Promise<void> {
    const stop = () => void results.return?.();
    response.once('close', stop);
    // The client may have gone before there was a stream.
    if (response.destroyed) stop();
    this.open.set(response, results);
    const keepAlive = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), KEEP_ALIVE);
    try {
      for await (const result of results) await write(response, 'next', this.operations.formatResult(result));
    } catch (error) {
      await write(response, 'next', this.operations.formatResult({ errors: [toGraphQLError(error)] }));
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
async function write(response: ServerResponse, event: 'next' | 'complete', data: object | null): Promise<void> {
  if (response.destroyed) return;
  if (response.write(`event: ${event}\ndata:${data ? ` ${JSON.stringify(data)}` : ''}\n\n`)) return;
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
