import type { WebSocket } from 'ws';

/** How often a client is asked whether it lives, and how long it may take to answer, in milliseconds. */
const KEEP_ALIVE = 12_000;

/**
 * Cuts the socket off when the client no longer lives: it answers no question, and nothing that it sent was handled either.
 * The answers of one that sends faster than it is read stand behind all that it sent before.
 */
export function keepAlive(socket: WebSocket): { heard(): void; end(): void } {
  let isHeard = true;
  const heard = (): void => {
    isHeard = true;
  };
  socket.on('pong', heard);
  const timer = setInterval(() => {
    if (!isHeard) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
    isHeard = false;
  }, KEEP_ALIVE);
  return { heard, end: () => clearInterval(timer) };
}
