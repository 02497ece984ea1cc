import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonForScript } from '../../text/html';
import { readParams } from '../admit/read-params';
import { pageOf, plainStyle, wayUp } from './html';

/** Where Apollo Sandbox is loaded from, and what it shows itself in. */
const CDN = 'https://embeddable-sandbox.cdn.apollographql.com';
const SCRIPT = `${CDN}/v2/embeddable-sandbox.umd.production.min.js`;
const FRAME = 'https://sandbox.embed.apollographql.com';

const STYLE = `#sandbox { position: absolute; inset: 0; }
iframe { width: 100%; height: 100%; border: none; background: white; }
`;

/** Opens Sandbox on the endpoint, behind whatever proxy. */
const OPEN = `const { up, initialState } = JSON.parse(document.getElementById('asked').textContent);
const initialEndpoint = new URL(up + 'graphql', location.href).href;
new window.EmbeddedSandbox({
  target: '#sandbox',
  initialEndpoint,
  initialSubscriptionEndpoint: initialEndpoint.replace(/^http/, 'ws'),
  initialState,
  endpointIsEditable: false,
  hideCookieToggle: true,
  allowDynamicStyles: false,
  runTelemetry: false,
});`;

/**
 * Answers a person at `/sandbox`: Apollo Sandbox, with the operation of the address opened in it. Apollo Server's own page
 * cannot do so: it is the same for every address, and in what it is given it escapes only the first sign of each kind.
 */
export function answerWithSandbox(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  const policy = [
    `script-src 'nonce-${nonce}' ${CDN}`,
    `style-src 'nonce-${nonce}' ${CDN}`,
    `frame-src ${FRAME}`,
    "img-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const up = wayUp(request.url);
  const body = `<main>
<h1>Offprint</h1>
<p>Apollo Sandbox, which this page shows, is loaded from the Internet and could not be: no connection to it, or no scripts.</p>
<p>The page at <a href="${up}graphql"><code>/graphql</code></a> needs nothing but this server.</p>
</main>
<div id="sandbox"></div>
<script id="asked" type="application/json">${jsonForScript({ up, initialState: stateOf(request) })}</script>
<script nonce="${nonce}" src="${SCRIPT}"></script>
<script nonce="${nonce}">
${OPEN}
</script>`;
  return (
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy.join('; '))
      .header('cache-control', 'no-store')
      // Sandbox may know where it stands, and not what is asked there.
      .header('referrer-policy', 'strict-origin')
      .send(pageOf({ title: 'Offprint', up, head: plainStyle(nonce, STYLE), body }))
  );
}

/** What Sandbox begins with; of an address that cannot be read whole, the text of its operation at least. */
function stateOf(request: FastifyRequest): { document?: string; variables?: Record<string, unknown> } {
  const params = readParams(request);
  if (typeof params !== 'string') return { document: params.query, variables: params.variables ?? undefined };
  const { query } = request.query as Record<string, unknown>;
  return typeof query === 'string' ? { document: query } : {};
}
