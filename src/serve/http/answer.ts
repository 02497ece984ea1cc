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
   * @param headers all but those of one coding: its name, the length, and the tag
   * @param tag what the tags of an answer that stands at an address begin with; null of one to a POST
   * @param operation what the client calls the operation, if anything
   */
  constructor(
    readonly content: Content,
    private readonly headers: OutgoingHttpHeaders,
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
    const { 'content-type': _, ...others } = this.headers;
    return { status: 304, headers: rawHeaders({ ...others, etag }), body: null };
  }

  private async makeWire(coding: Coding, etag: string | null): Promise<Wire> {
    const body = await this.content.in(coding);
    const wire: Wire = {
      status: 200,
      headers: rawHeaders({
        ...this.headers,
        'content-length': body.length,
        ...(coding !== 'identity' && { 'content-encoding': coding }),
        ...(etag !== null && { etag }),
      }),
      body,
    };
    this.wires.set(coding, wire);
    return wire;
  }
}

/** Headers as Node.js takes them fastest: names and values by turns. */
export function rawHeaders(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => [name, String(each)]),
  );
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
