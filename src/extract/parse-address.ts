import type { Address } from './address';
import { isCodeHost, parseCodePath } from './code-hosts';
import { isHost } from './host';
import { isHub, parseHubPath } from './hubs';
import { isKnownPage, kindOfPage } from './link-kinds';
import { isPlaceholderHost, isPlaceholderRepository, isPlaceholderSegment } from './placeholders';
import { GIT_SCHEME, WEB_SCHEME } from './scheme';

const WEB = new RegExp(`^(?:${WEB_SCHEME})`, 'i');
const GIT = new RegExp(`^(?:${GIT_SCHEME})`, 'i');

/**
 * What a single address leads to, in any spelling that a person writes: with or without scheme and `www.`, `git@`,
 * `.git`, a slash at its end, capitals, a deep link. Null for what is no address, and for a placeholder.
 * Never throws.
 */
export function parseAddress(address: string): Address | null {
  const url = toUrl(address.trim());
  if (url === null || isPlaceholderHost(url.hostname)) return null;
  const host = url.hostname.replace(/^www\./, '');
  const segments = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  if (host === 'raw.githubusercontent.com') return parseRawFile(segments);
  if (isCodeHost(host)) return parseNamed(parseCodePath(host, segments), url, host, segments);
  if (segments.some(isPlaceholderSegment)) return null;
  if (isHub(host)) return parseNamed(parseHubPath(host, segments), url, host, segments);
  return page(url, address);
}

function toUrl(address: string): URL | null {
  const isGit = GIT.test(address);
  const rest = isGit
    ? address
        .replace(GIT, '')
        .replace(/^([^/:]+):(?!\d+\/)\/?/, '$1/')
        .replace(/^([^/:]+):\d+\//, '$1/')
    : address.replace(WEB, '').replace(/^([^/?#:]+):(?=[A-Za-z])/, '$1/');
  const scheme = /^(?:git\+)?http:/i.test(address) ? 'http' : 'https';
  const whole = `${scheme}://${rest.replace(/^\/+/, '')}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return isHost(url.hostname) ? url : null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `raw.githubusercontent.com/owner/name/ref/path` is a file of the repository. */
function parseRawFile(segments: readonly string[]): Address | null {
  const [owner, name, ...rest] = segments;
  if (owner === undefined || name === undefined) return null;
  return parseAddress(`https://github.com/${owner}/${name}${rest.length > 0 ? `/raw/${rest.join('/')}` : ''}`);
}

/** On a host that names owners: what the path says, else a page of the site itself, else nothing. */
function parseNamed(named: Address | null, url: URL, host: string, segments: readonly string[]): Address | null {
  if (segments.length === 0) return null;
  if (named === null) return page(url, url.href);
  const [owner = '', name = null] = new URL(named.url).pathname.slice(1).split('/');
  return isCodeHost(host) && isPlaceholderRepository(owner, name) ? null : named;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|ref_src)$/;

function page(url: URL, written: string): Address {
  const kind = kindOfPage(url);
  if (isKnownPage(url.hostname)) {
    url.protocol = 'https:';
    url.hostname = url.hostname.replace(/^www\./, '');
  }
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  // The URL parser puts a slash behind a bare host; it is kept only where it was written.
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && !/[^/:]\/$/.test(written.trim());
  return { kind, url: isBare ? url.href.slice(0, -1) : url.href, repository: null, ref: null, path: null };
}
