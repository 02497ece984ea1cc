import type { FastifyInstance } from 'fastify';

/** How often connections are looked through for those that have their answer, in milliseconds. */
const LOOK_EVERY = 50;

/**
 * Takes no more requests, and waits for the answers under way. A connection is closed when its answer is out: its client
 * would keep it open for more.
 *
 * @param graceMs how long answers may take; then all connections are cut off
 */
export async function drain(http: FastifyInstance, graceMs: number): Promise<void> {
  const looking = setInterval(() => http.server.closeIdleConnections(), LOOK_EVERY);
  const ending = setTimeout(() => http.server.closeAllConnections(), graceMs);
  await http.close();
  clearInterval(looking);
  clearTimeout(ending);
}
