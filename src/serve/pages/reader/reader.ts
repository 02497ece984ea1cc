import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Config } from '../../../config';
import type { NearestAnswer } from '../../../read/answers';
import { documentOf } from '../../../read/layout';
import { isView, type Question, type Reading, type Shown, type View, withoutPlace } from '../../../read/view';
import { questionOfNearest, showNothing, showProblem } from '../../../read/views/nothing';
import { localeOf, wordsOf } from '../../../read/words';
import { Answer, give, rawHeaders } from '../../http/answer';
import { Content } from '../../http/content';
import { remembered } from '../../http/remembered';
import { vary } from '../../http/vary';
import type { AnswerCache } from '../../kept-answers/answer-cache';
import { type Quota, requestCost } from '../../quota/quota';
import type { Requests } from '../../requests';
import type { Observer } from '../../telemetry/observer';
import { wayUp } from '../html';
import type { Asker } from './asker';
import { problemOf, type Refusal } from './problem';

/** What may be in a page: what is served here. No script and no style stands in the page itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HTML = 'text/html; charset=utf-8';

/** By whom pages are asked for as they write, from `Accept-Language`. */
const readerOf = remembered((header) => ({
  locale: localeOf(new Negotiator({ headers: { 'accept-language': header } }).languages()),
}));

/** What pages are made with. */
export interface ReaderParts {
  asker: Asker;
  requests: Requests;
  quota: Quota;
  observer: Observer;
  cache: AnswerCache;
  /** What the style sheet and the script are called. */
  files: { style: string; script: string };
}

/** A page, and what is known of how it came about. */
interface Made {
  status: number;
  text: string;
  /** That of the operation whose answer is shown; null where there is none. */
  operation: string | null;
}

/** Answers people with pages of what the server holds. Pages that were right are kept as answers are. */
export class Reader {
  constructor(
    private readonly parts: ReaderParts,
    private readonly config: Pick<Config, 'publicUrl' | 'sandbox'>,
  ) {}

  async answer(view: View, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { requests, quota, observer, cache } = this.parts;
    const { client } = requests.originOf(request.raw);
    const { locale } = readerOf(request.headers['accept-language']);
    const reading = readingAt(request.url, locale);
    reply.header('content-security-policy', POLICY);
    vary(reply, 'Accept-Language', 'Accept-Encoding');
    const cost = requestCost(request.raw);
    if (!quota.take(client, cost)) {
      return this.refuse(problemOf([quota.refusal(client, cost).toJSON()]), view, reading, request, reply);
    }
    const key = `page\n${locale}\n${reading.to('/')}\n${view.address}`;
    const { answer: kept, state } = await cache.find(key);
    if (kept) {
      observer.kept(kept.operation);
      return this.send(kept, key, request, reply);
    }
    const made = await this.make(view, reading, request, reply);
    if (made === null) return reply;
    if (made.status !== 200) {
      reply.headers(quota.headersFor(client));
      return reply.code(made.status).header('content-type', HTML).header('cache-control', 'no-store').send(made.text);
    }
    const plain = Buffer.from(made.text);
    const tag = createHash('sha256').update(plain).digest('base64url');
    const answer = new Answer(new Content(plain), HTML, ['cache-control', 'no-cache'], tag, made.operation);
    void cache.keep(key, answer, state);
    return this.send(answer, key, request, reply);
  }

  /** Leads a program from a page to the answer that it is made of; to the API, where nothing is asked for it. */
  lead({ question }: View, { url }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const asked = question && `?${this.opening(question, false)}`;
    return reply.redirect(`${wayUp(url)}graphql${asked ?? ''}`);
  }

  /** @returns null where the request was answered already */
  private async make(
    first: View,
    reading: Reading,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Made | null> {
    let view = first;
    for (;;) {
      const { question } = view;
      const asked = question && (await this.ask(question, request));
      if (asked?.errors) {
        const problem = problemOf(asked.errors);
        if (asked.errors[0]?.extensions?.code === 'CURSOR_OUT_OF_DATE') {
          reply.redirect(reading.to(withoutPlace(view.address)));
          return null;
        }
        this.refuse(problem, view, reading, request, reply);
        return null;
      }
      const outcome = view.show(asked?.data, reading);
      if (outcome === null) return this.makeNothing(view, reading, request);
      if (!isView(outcome)) {
        return { status: 200, text: this.document(outcome, view, reading), operation: nameOf(this.parts.asker, view) };
      }
      view = outcome;
    }
  }

  private async makeNothing(view: View, reading: Reading, request: FastifyRequest): Promise<Made> {
    const { missing = { kind: 'issue', name: '' } as const } = view;
    const question = questionOfNearest(missing);
    const asked = question && (await this.ask(question, request));
    const nearest = (asked?.data ?? null) as NearestAnswer | null;
    const shown = showNothing(missing, nearest, view.address, reading);
    return { status: 404, text: this.document(shown, view, reading), operation: null };
  }

  private ask(question: Question, { raw }: FastifyRequest) {
    return this.parts.asker.ask(question, this.parts.requests.originOf(raw), raw.socket);
  }

  private refuse(
    refusal: Refusal,
    view: View,
    reading: Reading,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const { requests, quota } = this.parts;
    const { status, retryAfter } = refusal;
    if (retryAfter !== null) reply.header('retry-after', String(retryAfter));
    reply.headers(quota.headersFor(requests.originOf(request.raw).client));
    const text = this.document(showProblem(refusal, view.address, reading), view, reading);
    return reply.code(status).header('content-type', HTML).header('cache-control', 'no-store').send(text);
  }

  private document(shown: Shown, { question }: View, reading: Reading): string {
    const { asker, files } = this.parts;
    return documentOf(shown, reading, {
      style: reading.to(files.style),
      script: reading.to(files.script),
      publicUrl: this.config.publicUrl,
      queryAddress: question && reading.to(`/graphql?${this.opening(question, this.config.sandbox)}`),
      liveQuery: asker.textOf('new-issue'),
    });
  }

  /**
   * What opens an operation at the endpoint.
   *
   * @param isByName whether by its name, which the page there knows; else by its text
   */
  private opening({ operation, variables }: Question, isByName: boolean): URLSearchParams {
    return new URLSearchParams({
      ...(isByName ? { operation: `reader/${operation}` } : { query: this.parts.asker.textOf(operation) }),
      ...(Object.keys(variables).length > 0 && { variables: JSON.stringify(variables) }),
    });
  }

  private async send(answer: Answer, key: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { requests, quota, cache } = this.parts;
    const { bytes } = answer.content;
    const wire = await answer.wireFor(request.raw);
    if (answer.content.bytes !== bytes) cache.weigh(key, answer);
    reply.headers(quota.headersFor(requests.originOf(request.raw).client));
    give(wire, reply.hijack().raw, rawHeaders(reply.getHeaders() as OutgoingHttpHeaders));
    return reply;
  }
}

/** How a page at a target of a request is read. */
function readingAt(target: string, locale: string): Reading {
  const up = wayUp(target);
  return { words: wordsOf(locale), to: (path) => up + path.slice(1) };
}

/** What the operation of a view calls itself, for the metrics. */
function nameOf(asker: Asker, { question }: View): string | null {
  return question && (/^(?:query|subscription)\s+(\w+)/m.exec(asker.textOf(question.operation))?.[1] ?? null);
}
