import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readResourcePath } from '../../resolve/resource/resource-path';
import { escapeHtml } from '../../text/html';
import { acceptedBy } from '../http/accepted';
import { ENDPOINT_METHODS, isEndpoint } from '../http/endpoint';
import { toErrorBody } from '../http/refuse';
import { vary } from '../http/vary';
import { pageOf, plainStyle, wayUp } from './html';

/** The methods of everything beside the endpoint. */
const METHODS = 'GET, HEAD, OPTIONS';

/**
 * Answers a request to what is not there, or by a method that is not: a page to a person, an error to others.
 *
 * @param http what knows of what is there
 */
export function answerNowhere(http: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { method, url } = request;
  const allowed = methodsOf(http, url);
  if (allowed !== null) {
    const message = `Method: expected one of ${allowed}, got ${method}`;
    return reply.code(405).header('allow', allowed).send(toErrorBody(message, 'BAD_REQUEST'));
  }
  reply.code(404);
  vary(reply, 'Accept');
  if (acceptedBy(request.headers.accept).prefersHtml) return answerWithPageOfNothing(url, reply);
  return reply.send(toErrorBody(`${method} ${url}: nothing is here; the API is at /graphql`, 'BAD_REQUEST'));
}

/** The methods at a target, as `Allow` lists them; null where nothing is. */
export function methodsOf(http: FastifyInstance, target: string): string | null {
  if (isEndpoint(target) || target === '*') return ENDPOINT_METHODS;
  const [path = ''] = target.split('?');
  const without = path.length > 1 ? path.replace(/\/$/, '') : path;
  // The router knows paths of things by their pattern alone.
  return http.hasRoute({ method: 'GET', url: without }) || readResourcePath(without) ? METHODS : null;
}

/** Answers a person with a page that says that nothing is at an address, with the status that the reply has. */
export function answerWithPageOfNothing(url: string, reply: FastifyReply): FastifyReply {
  const up = wayUp(url);
  const nonce = randomBytes(16).toString('base64url');
  const body = `<main>
<h1>Nothing is here</h1>
<p><code>${escapeHtml(url)}</code> is no address of this server.</p>
<p>What there is begins at <a href="${up}"><code>/</code></a>. The API is at <a href="${up}graphql"><code>/graphql</code></a>: open it to
write queries, or send them there.</p>
</main>`;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; frame-ancestors 'none'`,
    )
    .send(pageOf({ title: 'Nothing is here · Offprint', up, head: plainStyle(nonce), body }));
}
