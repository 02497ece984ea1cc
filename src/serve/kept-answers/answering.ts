import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Limits } from '../../config';
import { Work } from '../../store/reading/work';
import { checkParams } from '../admit/check-params';
import { readParams } from '../admit/read-params';
import { type CreateContext, callOf, type ServedContext } from '../call';
import { acceptedBy, type JsonType, USUAL_JSON } from '../http/accepted';
import { Answer, give, rawHeaders } from '../http/answer';
import { codingFor, encoder } from '../http/codings';
import { Content } from '../http/content';
import { toErrorBody } from '../http/refuse';
import { statusOf } from '../operations/response-status';
import type { Quota } from '../quota/quota';
import type { Requests } from '../requests';
import type { Observer } from '../telemetry/observer';
import type { AnswerCache } from './answer-cache';
import type { Front } from './front';
import { inPieces, LONG_ANSWER } from './in-pieces';
import { STORABLE } from './storable';

/** What answers are made with. */
export interface AnsweringParts {
  apollo: ApolloServer<ServedContext>;
  createContext: CreateContext;
  limits: Limits;
  requests: Requests;
  quota: Quota;
  observer: Observer;
  cache: AnswerCache;
  front: Front;
}

/**
 * Answers by Apollo Server, and has the answers kept that may be given again and are not long. An operation is stopped when
 * its client goes.
 */
export function answering(parts: AnsweringParts): RouteHandlerMethod {
  const { apollo, createContext, limits, requests, quota, observer, cache, front } = parts;
  return async function answer(request, reply) {
    const { accept } = request.headers;
    const { json: type } = acceptedBy(accept);
    if (type === null) return reply.code(406).send(toErrorBody(notAcceptable(accept), 'BAD_REQUEST'));
    const httpGraphQLRequest = toHttpGraphQLRequest(request, type);
    const { id, client } = requests.originOf(request.raw);
    const work = new Work(limits.operationMs);
    const call = callOf({ id, client, transport: 'http' }, work);
    const leave = (): void => work.leave();
    reply.raw.once('close', leave);
    // Apollo Server asks for it once a request may be read at all, before it looks for an operation in it.
    const context = async (): Promise<ServedContext> => {
      const refusal = refusalOf(request, type, limits);
      if (!refusal) return createContext(call);
      observer.answered(call, [refusal]);
      throw refusal;
    };
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
    reply.raw.off('close', leave);
    const own = quota.headersFor(client);
    if (body.kind !== 'complete')
      throw new Error('The schema has no @defer and no @stream, yet an answer comes in parts');
    reply.code(status ?? 200).headers(own);
    for (const [name, value] of headers) reply.header(name, value);
    if (body.string.length > LONG_ANSWER) return sendInPieces(body.string, request, reply);
    if (headers.get('cache-control') !== STORABLE) return body.string;
    const made = makeAnswer(body.string, reply, { hasAddress: request.method !== 'POST', operation: call.operation });
    // What it takes in memory is known when it is in its coding.
    const wire = await made.wireFor(request.raw);
    const question = front.questionOf(request.raw);
    if (question) void cache.keep(question.key, made, question.state);
    give(wire, reply.hijack().raw, rawHeaders({ 'x-request-id': id, ...own }));
    return reply;
  };
}

/** The error of a request that cannot be dealt with, with the status of the answer; null for one that can. */
function refusalOf(request: FastifyRequest, type: JsonType, limits: Limits): GraphQLError | null {
  const params = readParams(request);
  try {
    if (typeof params === 'string') throw new GraphQLError(params, { extensions: { code: 'BAD_REQUEST' } });
    checkParams(params, limits);
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const status = statusOf([error], type);
    return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
  }
}

/** What is said to a client that takes nothing that there is, before anything is done for it. */
function notAcceptable(accept = 'none'): string {
  return `Accept: expected application/json or application/graphql-response+json, or text/event-stream, got ${accept}`;
}

/**
 * A request as Apollo Server takes it.
 *
 * @param type what is to come of it: Apollo Server knows of no event streams, and would not have them beside JSON
 */
function toHttpGraphQLRequest(
  { method, url, headers: given, body }: FastifyRequest,
  type: JsonType,
): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const name in given) {
    const value = given[name];
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // It gives that to who says nothing, and need not look further.
  if (type === USUAL_JSON) headers.delete('accept');
  else headers.set('accept', type);
  const isPost = method === 'POST';
  // It says nothing where there is no content.
  if (!isPost) headers.delete('content-type');
  const start = url.indexOf('?');
  // HEAD is a GET whose content is left out at the end.
  return { method: isPost ? method : 'GET', headers, search: start < 0 ? '' : url.slice(start), body };
}

/** Sends a long answer as it is read, and puts it into its coding as it goes. */
function sendInPieces(text: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const coding = codingFor(request.headers['accept-encoding'], text.length);
  const pieces = Readable.from(inPieces(text));
  const coder = encoder(coding);
  if (!coder) return reply.send(pieces);
  // What breaks it off is that the client goes, which ends both.
  pipeline(pieces, coder, () => undefined);
  return reply.header('content-encoding', coding).send(coder);
}

/** Headers that are not the same for everybody who is given an answer. */
const OF_ONE_REQUEST = ['x-request-id', 'ratelimit', 'ratelimit-policy'] as const;

/** @param hasAddress whether it stands at an address of its own; only then it can be asked for again by a tag */
function makeAnswer(
  text: string,
  reply: FastifyReply,
  { hasAddress, operation }: { hasAddress: boolean; operation: string | null },
): Answer {
  const plain = Buffer.from(text);
  const said = reply.getHeaders() as OutgoingHttpHeaders;
  const type = String(said['content-type']);
  const headers = rawHeaders(said, ['content-type', ...OF_ONE_REQUEST]);
  const tag = hasAddress ? createHash('sha256').update(`${type}\n`).update(plain).digest('base64url') : null;
  return new Answer(new Content(plain), type, headers, tag, operation);
}
