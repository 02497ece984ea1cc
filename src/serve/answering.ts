import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, RouteHandlerMethod } from 'fastify';
import { type Answer, type AnswerCache, give } from './answer-cache';
import type { Front } from './front';
import { STORABLE } from './storable';

/** Answers by Apollo Server, and has the answers kept that may be given again. */
export function answering<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  createContext: () => Context,
  cache: AnswerCache,
  front: Front,
): RouteHandlerMethod {
  const execute = fastifyApolloHandler(apollo, { context: async () => createContext() });
  return async function answer(request, reply) {
    const text = await execute.call(this, request, reply);
    if (typeof text !== 'string' || reply.getHeader('cache-control') !== STORABLE) return text;
    const made = makeAnswer(text, reply, request.method === 'GET');
    const question = front.questionOf(request.raw);
    if (question) void cache.keep(question.key, made, question.state);
    give(made, request.raw, reply.hijack().raw);
    return reply;
  };
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
