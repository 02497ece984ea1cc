import type { FastifyReply } from 'fastify';

/** Says which headers of the request an answer goes by, beside those that were said before. */
export function vary(reply: FastifyReply, ...headers: string[]): void {
  const said = reply.getHeader('vary');
  const all = said === undefined ? headers : new Set([...String(said).split(', '), ...headers]);
  reply.header('vary', [...all].join(', '));
}
