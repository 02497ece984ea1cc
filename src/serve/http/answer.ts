import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { codingFor } from './codings';
import type { Content } from './content';

/** An answer that is right for more than one request. */
export interface Answer {
  content: Content;
  /** All but those of one coding: its name, the length, and the tag. */
  headers: OutgoingHttpHeaders;
  /** What the tags of an answer that stands at an address begin with; null of one to a POST. */
  tag: string | null;
  /** What the client calls the operation, if anything. */
  operation: string | null;
}

/** An answer as it goes over the wire to one client. */
export interface Wire {
  status: 200 | 304;
  headers: OutgoingHttpHeaders;
  /** Null where the client has it. */
  body: Buffer | null;
}

/** What is sent of an answer: in the coding that the client takes, or only that the client has it. */
export async function wireOf({ content, headers, tag }: Answer, request: IncomingMessage): Promise<Wire> {
  const coding = codingFor(request.headers['accept-encoding'], content.plain.length);
  // Strong tags are those of bytes, so each coding has its own (RFC 9110, 8.8.3.3).
  const etag = tag === null ? null : coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`;
  if (etag !== null && hasTag(request.headers['if-none-match'], etag)) {
    const { 'content-type': _, ...others } = headers;
    return { status: 304, headers: { ...others, etag }, body: null };
  }
  const coded = content.in(coding);
  const body = Buffer.isBuffer(coded) ? coded : await coded;
  return {
    status: 200,
    headers: {
      ...headers,
      'content-length': body.length,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
      ...(etag !== null && { etag }),
    },
    body,
  };
}

/** @param own headers of this request alone */
export function give({ status, headers, body }: Wire, response: ServerResponse, own: OutgoingHttpHeaders): void {
  response.writeHead(status, { ...headers, ...own });
  if (body === null) response.end();
  else response.end(body);
}

/** Whether a tag is among those that a client holds. They compare weakly here (RFC 9110, 13.1.2). */
function hasTag(tags: string | undefined, etag: string): boolean {
  return tags?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;
}
