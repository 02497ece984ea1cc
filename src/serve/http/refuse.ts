import type { Duplex } from 'node:stream';
import { SAFE_HEADERS } from './safe-headers';

/** An error outside GraphQL in the shape that GraphQL clients read. */
export function toErrorBody(message: string, code: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers on a connection that no request or no response is made of, and closes it. */
export function refuse(connection: Duplex, status: string, message: string): void {
  const body = JSON.stringify(toErrorBody(message, 'BAD_REQUEST'));
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(SAFE_HEADERS).map(([name, value]) => `${name}: ${value}`),
  ];
  // Not before it is out, and without waiting for a client that keeps its side open.
  connection.once('finish', () => connection.destroy());
  connection.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
