import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Limits } from '../config';
import type { Context, CreateContext } from '../resolve/context';
import { Work } from '../store/reading/work';
import { checkParams } from './admit/check-params';
import { type Answer, type AnswerCache, give } from './answer-cache';
import type { Front } from './front';
import { inPieces, LONG_ANSWER } from './in-pieces';
import { readParams } from './read-params';
import { statusOf } from './response-status';
import { STORABLE } from './storable';

/**
 * Answers by Apollo Server, and has the answers kept that may be given again and are not long. An operation is stopped when its client goes.
 */
export function answering(
  apollo: ApolloServer<Context>,
  createContext: CreateContext,
  limits: Limits,
  cache: AnswerCache,
  front: Front,
): RouteHandlerMethod {
  return async function answer(request, reply) {
    const httpGraphQLRequest = toHttpGraphQLRequest(request);
    const work = new Work(limits.operationMs);
    const leave = (): void => work.leave();
    reply.raw.once('close', leave);
    // Apollo Server asks for it once a request may be read at all, before it looks for an operation in it.
    const context = async (): Promise<Context> => {
      check(request, limits);
      return createContext(work);
    };
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
    reply.raw.off('close', leave);
    if (body.kind !== 'complete')
      throw new Error('The schema has no @defer and no @stream, yet an answer comes in parts');
    reply.code(status ?? 200);
    for (const [name, value] of headers) reply.header(name, value);
    if (body.string.length > LONG_ANSWER) return reply.send(Readable.from(inPieces(body.string)));
    if (headers.get('cache-control') !== STORABLE) return body.string;
    const made = makeAnswer(body.string, reply, request.method === 'GET');
    const question = front.questionOf(request.raw);
    if (question) void cache.keep(question.key, made, question.state);
    give(made, request.raw, reply.hijack().raw);
    return reply;
  };
}

/** @throws GraphQLError with the status of the answer, for a request that cannot be dealt with */
function check(request: FastifyRequest, limits: Limits): void {
  const params = readParams(request);
  try {
    if (typeof params === 'string') throw new GraphQLError(params, { extensions: { code: 'BAD_REQUEST' } });
    checkParams(params, limits);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const status = statusOf([error], request.headers.accept);
    throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
  }
}

/** A request as Apollo Server takes it. */
function toHttpGraphQLRequest({ method, url, headers: given, body }: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const name in given) {
    const value = given[name];
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const start = url.indexOf('?');
  return { method, headers, search: start < 0 ? '' : url.slice(start), body };
}

/** @param hasAddress whether it stands at an address of its own; only then it can be asked for again by a tag */
function makeAnswer(text: string, reply: FastifyReply, hasAddress: boolean): Answer {
  const body = Buffer.from(text);
  const headers = { ...reply.getHeaders(), 'content-length': body.length } as OutgoingHttpHeaders;
  if (!hasAddress) return { body, headers, etag: null };
  const { vary, 'content-type': type } = headers;
  const etag = `"${createHash('sha256').update(`${type}\n`).update(body).digest('base64url')}"`;
  return { body, headers: { ...headers, vary: vary ? `${vary}, Accept` : 'Accept', etag }, etag };
}
