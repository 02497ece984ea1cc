import type { IncomingMessage } from 'node:http';

/** The origins of CORS_ORIGIN: `*`, or a list. */
export function allowedOrigins(corsOrigin: string): '*' | string[] {
  return corsOrigin === '*' ? '*' : corsOrigin.split(',').map((origin) => origin.trim());
}

/**
 * Whether a page that opens a socket or a stream may. Browsers ask no permission for these beforehand, so it is checked
 * here: the origins that may read by HTTP, and the server's own, may. What is no browser sends no origin.
 */
export function isFromAllowedOrigin({ headers: { origin, host } }: IncomingMessage, corsOrigin: string): boolean {
  const allowed = allowedOrigins(corsOrigin);
  if (allowed === '*' || origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
