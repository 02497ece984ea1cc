import type { FastifyReply } from 'fastify';

/** Says which headers of the request an answer goes by, beside those that were said before. */
export function vary(reply: FastifyReply, ...headers: string[]): void {
  const said = String(reply.getHeader('vary') ?? '').split(', ');
  reply.header('vary', [...new Set([...said, ...headers])].filter((name) => name !== '').join(', '));
}
