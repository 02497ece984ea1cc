import type { FastifyInstance } from 'fastify';
import type { EntityManager } from 'typeorm';

/** Whether the server still takes work; turned off before it stops. */
export interface Readiness {
  accepting: boolean;
}

/**
 * `/healthz`: the process is alive, do not restart it. `/readyz`: send it requests; 503 while it is stopping or cannot
 * reach its database.
 */
export function addHealthRoutes(http: FastifyInstance, db: EntityManager, readiness: Readiness): void {
  http.get('/healthz', async () => ({ status: 'ok' }));

  http.get('/readyz', async (request, reply) => {
    if (!readiness.accepting) return reply.code(503).send({ status: 'stopping' });
    try {
      await db.query('select 1 from corpus');
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer');
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });
}
