import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { isRecord } from '../../src/serve/admit/is-record';

/** An error as it came over the wire. */
export interface SentError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string } & Record<string, unknown>;
}

/** What came back for a request. */
export interface Outcome {
  /** Of HTTP; of a socket that was closed the close code, otherwise 200. */
  status: number;
  data?: unknown;
  errors?: SentError[];
  /** What came, as it is. */
  text: string;
}

/** The ways to ask. */
export const TRANSPORTS = ['POST', 'GET', 'event stream', 'WebSocket'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** How long it is waited for what a subscription says before anything happens, in milliseconds. */
const AT_ONCE = 100;

/** Asks a server over any transport: what is sent may be anything, and what comes is given as it is. */
export class Asking {
  private readonly socket: SocketAsking;

  /**
   * @param patienceMs how long an answer may take
   * @param atOnceMs how long it is waited for what a subscription says before anything happens
   */
  constructor(
    private readonly url: string,
    private readonly patienceMs = 20_000,
    private readonly atOnceMs = AT_ONCE,
  ) {
    this.socket = new SocketAsking(url.replace('http', 'ws'), patienceMs, atOnceMs);
  }

  /** @param body the text of a request, mostly but not always JSON */
  ask(transport: Transport, body: string): Promise<Outcome> {
    switch (transport) {
      case 'POST':
        return this.post(body, 'application/json');
      case 'event stream':
        return this.post(body, 'text/event-stream');
      case 'GET':
        return this.get(body);
      case 'WebSocket':
        return this.socket.ask(body);
    }
  }

  /** Sends an operation. */
  operation(transport: Transport, query: string, variables?: object): Promise<Outcome> {
    return this.ask(transport, JSON.stringify({ query, variables }));
  }

  close(): void {
    this.socket.close();
  }

  private async post(body: string, accept: string): Promise<Outcome> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body,
      signal: AbortSignal.timeout(this.patienceMs),
    });
    const { status } = response;
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream
      ? await readStream(response, isSubscription(body) ? this.atOnceMs : null)
      : await response.text();
    return { status, text, ...contentOf(isStream ? (/^event: next\ndata: (.*)$/m.exec(text)?.[1] ?? '') : text) };
  }

  private async get(body: string): Promise<Outcome> {
    const response = await fetch(`${this.url}?${toSearch(body)}`, {
      signal: AbortSignal.timeout(this.patienceMs),
    });
    const text = await response.text();
    return { status: response.status, text, ...contentOf(text) };
  }
}

/**
 * What an event stream says until it is complete.
 *
 * @param atOnceMs how long it is waited for each part of one that may have no end; null for one that has
 */
async function readStream(response: Response, atOnceMs: number | null): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: true });
    return !done && !text.includes('event: complete');
  };
  while (await (atOnceMs === null ? more() : Promise.race([more(), sleep(atOnceMs, false)])));
  await reader.cancel();
  return text;
}

/** Text of an address that asks for the same as a body; of one that is no JSON object, what is just as wrong there. */
function toSearch(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    if (isRecord(value)) return toSearchOf(value);
  } catch {
    // Also what goes too deep to be written again.
  }
  return toSearchOf({ query: '{ __typename }', variables: body });
}

function toSearchOf(params: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return String(search);
}

function contentOf(text: string): Pick<Outcome, 'data' | 'errors'> {
  try {
    const { data, errors } = JSON.parse(text);
    return { data, errors };
  } catch {
    return {};
  }
}

/** One socket, opened again whenever it was closed; requests follow one another. */
class SocketAsking {
  private socket: WebSocket | null = null;
  private asked = 0;

  constructor(
    private readonly url: string,
    private readonly patienceMs: number,
    private readonly atOnceMs: number,
  ) {}

  async ask(body: string): Promise<Outcome> {
    const socket = await this.open();
    const id = String(++this.asked);
    const answer = new Promise<Outcome>((resolve, reject) => {
      const timer = isSubscription(body)
        ? setTimeout(() => settle({ status: 200, text: '' }), this.atOnceMs)
        : setTimeout(() => reject(new Error(`WebSocket: no answer in ${this.patienceMs} ms`)), this.patienceMs);
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        socket.off('message', hear).off('close', leave);
        resolve(outcome);
      };
      const hear = (data: WebSocket.RawData): void => {
        const text = String(data);
        const { id: of, type, payload } = JSON.parse(text);
        if (of !== id || type === 'complete') return;
        settle({ status: 200, text, ...(type === 'error' ? { errors: payload } : payload) });
      };
      const leave = (status: number, reason: Buffer): void => settle({ status, text: String(reason) });
      socket.on('message', hear).on('close', leave);
    });
    socket.send(`{"id":"${id}","type":"subscribe","payload":${body}}`);
    const outcome = await answer;
    if (this.socket) socket.send(`{"id":"${id}","type":"complete"}`);
    return outcome;
  }

  close(): void {
    this.socket?.terminate();
  }

  private async open(): Promise<WebSocket> {
    if (this.socket) return this.socket;
    const socket = new WebSocket(this.url, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.socket = null;
    });
    this.socket = socket;
    return socket;
  }
}

function isSubscription(body: string): boolean {
  return body.includes('subscription');
}
