import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Coding, codingFor } from './codings';
import type { Content } from './content';

/** An answer as it goes over the wire to one client. */
export interface Wire {
  status: 200 | 304;
  /** See `rawHeaders`. */
  headers: readonly string[];
  /** Null where the client has it. */
  body: Buffer | null;
}

/** An answer that is right for more than one request. What is sent of it is put together once for each coding. */
export class Answer {
  private readonly wires = new Map<Coding, Wire>();

  /**
   * @param type its media type
   * @param headers all others but those of one coding (its name, the length, and the tag); see `rawHeaders`
   * @param tag what the tags of an answer that stands at an address begin with; null of one to a POST
   * @param operation what the client calls the operation, if anything
   */
  constructor(
    readonly content: Content,
    private readonly type: string,
    private readonly headers: readonly string[],
    private readonly tag: string | null,
    readonly operation: string | null,
  ) {}

  /** What is sent of it: in the coding that the client takes, or only that the client has it. */
  wireFor({ headers }: IncomingMessage): Wire | Promise<Wire> {
    const coding = codingFor(headers['accept-encoding'], this.content.plain.length);
    const etag = this.etagIn(coding);
    if (etag !== null && hasTag(headers['if-none-match'], etag)) return this.notModified(etag);
    return this.wires.get(coding) ?? this.makeWire(coding, etag);
  }

  /** Strong tags are those of bytes, so each coding has its own (RFC 9110, 8.8.3.3). */
  private etagIn(coding: Coding): string | null {
    if (this.tag === null) return null;
    return coding === 'identity' ? `"${this.tag}"` : `"${this.tag}-${coding}"`;
  }

  private notModified(etag: string): Wire {
    return { status: 304, headers: [...this.headers, 'etag', etag], body: null };
  }

  private makeWire(coding: Coding, etag: string | null): Wire | Promise<Wire> {
    const content = this.content.in(coding);
    return content instanceof Promise
      ? content.then((body) => this.wireOf(body, coding, etag))
      : this.wireOf(content, coding, etag);
  }

  private wireOf(body: Buffer, coding: Coding, etag: string | null): Wire {
    const headers = [...this.headers, 'content-type', this.type, 'content-length', String(body.length)];
    if (coding !== 'identity') headers.push('content-encoding', coding);
    if (etag !== null) headers.push('etag', etag);
    const wire: Wire = { status: 200, headers, body };
    this.wires.set(coding, wire);
    return wire;
  }
}

/**
 * Headers as Node.js takes them fastest: names and values by turns.
 *
 * @param but names that are left out
 */
export function rawHeaders(headers: OutgoingHttpHeaders, but: readonly string[] = []): string[] {
  const raw: string[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || but.includes(name)) continue;
    if (Array.isArray(value)) for (const each of value) raw.push(name, each);
    else raw.push(name, String(value));
  }
  return raw;
}

/** @param own headers of this request alone, names and values by turns */
export function give({ status, headers, body }: Wire, response: ServerResponse, own: readonly string[]): void {
  response.writeHead(status, [...headers, ...own]);
  if (body === null) response.end();
  else response.end(body);
}

/** Whether a tag is among those that a client holds. They compare weakly here (RFC 9110, 13.1.2). */
export function hasTag(tags: string | undefined, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return tags?.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag)) ?? false;
}
