import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { messageOf, Problem } from '../../problem';

/** Whether the address at this place is that of a proxy that is trusted; counted from this server outwards. */
export type Trust = (address: string, place: number) => boolean;

/**
 * Who is trusted to say in `X-Forwarded-For` whom it speaks for.
 *
 * @param setting how many proxies are in front, or their addresses and networks, such as `loopback, 10.0.0.0/8`; null for none
 * @returns null for nobody
 * @throws Problem that names the setting when it is neither
 */
export function trustOf(setting: string | null): Trust | null {
  if (setting === null) return null;
  if (/^\d+$/.test(setting)) return (_, place) => place < Number(setting);
  try {
    return proxyAddr.compile(setting.split(',').map(expectWhole));
  } catch (error) {
    throw new Problem(
      `TRUST_PROXY: expected a number of proxies, or addresses and networks with commas between, got ${JSON.stringify(setting)}: ${messageOf(error)}`,
    );
  }
}

/** Old ways of writing addresses leave numbers out: `1.5` is more likely a slip than 1.0.0.5. */
function expectWhole(one: string): string {
  if (/^\d*(\.\d*){0,2}(\/|$)/.test(one.trim())) throw new Error(`invalid IP address: ${one.trim()}`);
  return one.trim();
}

/** The address of who sent a request: that of the connection, or what the trusted proxies in front say. */
export function addressOf(request: IncomingMessage, trust: Trust | null): string {
  const { remoteAddress } = request.socket;
  // Of a connection that has ended nothing is known any more.
  if (remoteAddress === undefined) return '';
  return trust === null ? remoteAddress : proxyAddr(request, trust);
}

/** Bits of an IPv6 address that tell subscribers apart: each has all addresses with the same ones. */
const IPV6_NETWORK = 64;

/** Whom an address is counted as: an IPv4 address itself, an IPv6 address as its network; all that are none as one. */
export function clientOf(address: string): string {
  if (isIPv4(address)) return address;
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.split('%')[0]}/${IPV6_NETWORK}`)}/${IPV6_NETWORK}`;
}
