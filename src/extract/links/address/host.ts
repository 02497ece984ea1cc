import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/**
 * Whether a name is one that a server on the internet can have: it lies below a suffix of the public suffix list, or
 * is an IPv4 address. `Node.js` and `github.io` itself are not. Letters such as `ü` may stand in it.
 */
export function isHost(written: string): boolean {
  const name = /^[ -~]*$/.test(written) ? written : domainToASCII(written);
  if (name.length > 253 || !HOST.test(name)) return false;
  const { domain, isIcann, isPrivate, isIp } = parse(name, { allowPrivateDomains: true });
  return isIp === true || (domain !== null && (isIcann === true || isPrivate === true));
}

/** Whether a host is a page that someone keeps below a shared suffix, such as `name.github.io` or `name.pages.dev`. */
export function isHostedPage(name: string): boolean {
  return parse(name, { allowPrivateDomains: true }).isPrivate === true;
}

/** The entry of a table for a host or for the nearest domain above it that has one. */
export function lookUpHost<T>(table: ReadonlyMap<string, T>, host: string): T | undefined {
  let rest = host;
  for (;;) {
    const entry = table.get(rest);
    if (entry !== undefined) return entry;
    const dot = rest.indexOf('.');
    if (dot < 0) return undefined;
    rest = rest.slice(dot + 1);
  }
}
