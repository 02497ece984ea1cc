import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltExplore } from '../../built-explore';
import type { Config } from '../../config';
import { pageOf, wayUp } from './html';

/**
 * What may be in the page: what is served here, and nothing else. The editor writes rules of style as it goes (where each line
 * stands, the colours of its theme), so style may stand in the page; script may not. It brings its pictures within its style.
 */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const WITHOUT_SCRIPTS =
  '<noscript><p>To write queries here takes scripts, which this browser does not run.</p></noscript>';
const NOT_BUILT = '<p>The page to write queries in is not built: <code>npm run build</code> does so.</p>';

/**
 * Answers a person at the endpoint: a page to write operations in, which opens what its address asks for.
 *
 * @param built null where it was not built
 */
export function answerWithExplore(
  built: BuiltExplore | null,
  { introspection }: Config,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const up = wayUp(request.url);
  const body = `<div id="explore" data-up="${up}" data-introspection="${introspection}">
<main>
<h1>Offprint</h1>
<p>Research papers, the topics they are about and the code they point to, as one GraphQL API. It answers at this address.</p>
${built ? WITHOUT_SCRIPTS : NOT_BUILT}
</main>
</div>`;
  const head = built
    ? `<link rel="stylesheet" href="${up}explore/${built.style}">
<script type="module" src="${up}explore/${built.script}"></script>`
    : '';
  return (
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      // It names files of this version.
      .header('cache-control', 'no-cache')
      .send(pageOf({ title: 'Offprint', up, head, body }))
  );
}
