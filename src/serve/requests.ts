import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { addressOf, clientOf, type Trust } from './quota/client-address';

/** Ids as proxies make them: nothing else of what a request says is repeated in answers and in the log. */
const WELL_FORMED = /^[\w.:-]{1,64}$/;

/** Who sent a request. */
export interface Origin {
  /** By which answers and log lines name the request. */
  id: string;
  /** Whom it is counted as. */
  client: string;
}

/** Knows of each request where it comes from. */
export class Requests {
  private readonly known = new WeakMap<IncomingMessage, Origin>();
  /** Differs between processes and starts. */
  private readonly prefix = randomBytes(6).toString('hex');
  private count = 0;

  /** @param trust the proxies in front: their `X-Request-Id` and `X-Forwarded-For` hold; null for none */
  constructor(private readonly trust: Trust | null) {}

  originOf(request: IncomingMessage): Origin {
    const known = this.known.get(request);
    if (known) return known;
    const origin = { id: this.given(request) ?? this.nextId(), client: clientOf(addressOf(request, this.trust)) };
    this.known.set(request, origin);
    return origin;
  }

  /** An id for what has no request of its own, such as an operation on a socket. */
  nextId(): string {
    this.count += 1;
    return `${this.prefix}-${this.count.toString(36)}`;
  }

  private given({ headers, socket }: IncomingMessage): string | null {
    const id = headers['x-request-id'];
    if (this.trust === null || typeof id !== 'string' || !WELL_FORMED.test(id)) return null;
    return this.trust(socket.remoteAddress ?? '', 0) ? id : null;
  }
}
