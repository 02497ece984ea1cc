import type { FastifyInstance } from 'fastify';

/** Whether the server still takes work; turned off before it stops. */
export interface Readiness {
  accepting: boolean;
}

/** How long what was seen of the database holds, in milliseconds: nobody can have it looked at more often. */
const HOLDS = 1_000;

/**
 * `/healthz`: the process is alive, do not restart it. `/readyz`: send it requests; 503 while it is stopping or its database
 * cannot answer.
 *
 * @param look looks at the database, and throws when it cannot answer
 */
export function addHealthRoutes(http: FastifyInstance, look: () => Promise<void>, readiness: Readiness): void {
  let seen: { at: number; outcome: Promise<void> } | null = null;
  const lookNow = (): Promise<void> => {
    if (seen && performance.now() - seen.at < HOLDS) return seen.outcome;
    const outcome = look();
    // Whoever asks hears of it.
    outcome.catch(() => undefined);
    seen = { at: performance.now(), outcome };
    return outcome;
  };

  http.get('/healthz', async () => ({ status: 'ok' }));

  http.get('/readyz', async (request, reply) => {
    if (!readiness.accepting) return reply.code(503).send({ status: 'stopping' });
    try {
      await lookNow();
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer');
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });
}
