import { once } from 'node:events';
import { connect } from 'node:net';

/** An answer as its bytes say it. */
export interface RawAnswer {
  status: number;
  /** By name in lower case; one that comes twice is a mistake of the server, and fails the test. */
  headers: Record<string, string | undefined>;
  /** As it was sent, still encoded; pieces are put together. */
  body: Buffer;
}

/** What is sent beside the first line. */
export interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

/** Sends one request on a connection of its own, with no header but those given and what HTTP/1.1 asks for. */
export async function sendRaw(server: string, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path = '/graphql', headers = {}, body } = request;
  const socket = connect(Number(new URL(server).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  const lines = Object.entries({ host: 'x', connection: 'close', ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  if (body !== undefined) lines.push(`content-length: ${Buffer.byteLength(body)}`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
  await once(socket, 'close');
  return readAnswer(Buffer.concat(chunks));
}

/** An operation as the body of a POST. */
export function posted(query: string, headers: Record<string, string | undefined> = {}): RawRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  };
}

/** An operation at its address. */
export function addressed(query: string, headers: Record<string, string | undefined> = {}): RawRequest {
  return { path: `/graphql?query=${encodeURIComponent(query)}`, headers };
}

function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers: RawAnswer['headers'] = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (name in headers) throw new Error(`Answer: expected one header ${name}, got two`);
    headers[name] = line.slice(colon + 1).trim();
  }
  const body = bytes.subarray(end + 4);
  const isChunked = headers['transfer-encoding'] === 'chunked';
  return { status: Number(first.split(' ')[1]), headers, body: isChunked ? Buffer.concat([...chunksOf(body)]) : body };
}

function* chunksOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    yield body.subarray(end + 2, end + 2 + length);
    at = end + 2 + length + 2;
  }
}
