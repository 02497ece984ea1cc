import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../../config';
import type { Readiness } from '../health';
import { acceptedBy } from '../http/accepted';
import { give, rawHeaders } from '../http/answer';
import { isEndpoint } from '../http/endpoint';
import { Origins } from '../http/origins';
import { type Quota, requestCost } from '../quota/quota';
import type { Requests } from '../requests';
import type { Observer } from '../telemetry/observer';
import type { AnswerCache } from './answer-cache';

/** A request that may have been answered before, as it came. */
export interface Question {
  key: string;
  /** Null of a GET or HEAD. */
  body: Buffer | null;
  /** The state of the corpus after it came; null when it is not known. */
  state: string | null;
}

/** What the front works with. */
export interface FrontParts {
  cache: AnswerCache;
  readiness: Readiness;
  requests: Requests;
  quota: Quota;
  observer: Observer;
}

/**
 * Meets every request before anything looks into it: gives the answers that are kept, which takes hardly more than to
 * send their bytes, and hands on all other requests.
 */
export class Front {
  private readonly questions = new WeakMap<IncomingMessage, Question>();
  private readonly origins: Origins;

  constructor(
    private readonly parts: FrontParts,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {
    this.origins = new Origins(config.corsOrigin);
  }

  /** What listens for requests, in the place of what would do so without this. */
  before(next: RequestListener): RequestListener {
    return (request, response) => {
      this.log(request, response);
      if (!this.parts.readiness.accepting) response.setHeader('connection', 'close');
      if (this.isQuestion(request)) {
        this.answer(request, response, next).catch((error: unknown) => {
          const requestId = this.parts.requests.originOf(request).id;
          this.logger.error({ err: error, requestId }, 'Unexpected error before a request was answered');
          response.destroy();
        });
      } else next(request, response);
    };
  }

  /** A request that was handed on and whose answer may be kept. Its body is to be taken from here: it was read. */
  questionOf(request: IncomingMessage): Question | undefined {
    return this.questions.get(request);
  }

  private log(request: IncomingMessage, response: ServerResponse): void {
    if (!this.logger.isLevelEnabled('debug')) return;
    const started = performance.now();
    const { method, url } = request;
    const { id: requestId, client } = this.parts.requests.originOf(request);
    response.once('close', () => {
      const ms = performance.now() - started;
      this.logger.debug({ requestId, client, method, url, status: response.statusCode, ms }, 'request');
    });
  }

  private isQuestion({ method, url, headers }: IncomingMessage): boolean {
    if (this.config.answerCacheBytes === 0 || !isEndpoint(url)) return false;
    const { json, prefersHtml } = acceptedBy(headers.accept);
    if (json === null) return false;
    // A person gets a page.
    if (method === 'GET' || method === 'HEAD') return !(prefersHtml && this.config.sandbox);
    // A body of unknown length is left to those who count while they read.
    return method === 'POST' && Number(headers['content-length']) <= this.config.limits.bodyBytes;
  }

  private async answer(request: IncomingMessage, response: ServerResponse, next: RequestListener): Promise<void> {
    const { cache, requests, quota, observer } = this.parts;
    const body = request.method === 'POST' ? await readBody(request) : null;
    const key = this.keyOf(request, body);
    const { answer, state } = await cache.find(key);
    // Who has nothing left is told so where all who are refused are.
    const { id, client } = requests.originOf(request);
    if (answer && quota.take(client, requestCost(request))) {
      const { bytes } = answer.content;
      const found = answer.wireFor(request);
      const wire = found instanceof Promise ? await found : found;
      if (answer.content.bytes !== bytes) cache.weigh(key, answer);
      give(wire, response, ['x-request-id', id, ...rawHeaders(quota.headersFor(client))]);
      observer.kept(answer.operation);
    } else {
      this.questions.set(request, { key, body, state });
      next(request, response);
    }
  }

  /**
   * All of a request that an answer to a query may depend on: method, the headers that are looked at anywhere or what they come
   * to, and the bytes of the operation. So what was answered once may be answered again without another check.
   */
  private keyOf({ method, url, headers }: IncomingMessage, body: Buffer | null): string {
    const { accept, origin, 'content-type': type = '' } = headers;
    const reader = !this.origins.areAll && this.origins.allow(origin) ? origin : '';
    const asked = body ? body.toString('latin1') : url;
    return `${method === 'HEAD' ? 'GET' : method}\n${type}\n${acceptedBy(accept).json}\n${reader}\n${asked}`;
  }
}

/** Resolves when all has come; never when the client goes away before. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
  });
}
