import { urlOf } from '../../../text/url-of';
import { isAboutGithub } from '../forges';
import { isKnownPage, kindOfPage } from '../link-kinds';
import { notebookSource } from '../notebooks';
import { isPlaceholderHost, isPlaceholderRepository, isPlaceholderSegment } from '../placeholders';
import type { Address } from './address';
import { isCodeHost, isListedCodeHost, parseCodePath } from './code-hosts';
import { isHost } from './host';
import { isHub, parseHubPath } from './hubs';
import { GIT_SCHEME, WEB_SCHEME } from './scheme';
import { segmentsOf } from './url-path';

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
  const segments = segmentsOf(url);
  if (host === 'raw.githubusercontent.com') return parseRawFile(segments);
  const isNamed = isCodeHost(host) || isHub(host);
  // Names there hold no such letters, so that it is no name, nor the beginning of one.
  if (isNamed && segments.slice(0, 3).some((segment) => /[^\P{L}A-Za-z]/u.test(segment))) return null;
  if (!isCodeHost(host) && segments.some(isPlaceholderSegment)) return null;
  if (isHub(host)) return segments.length === 0 ? null : (parseHubPath(host, segments) ?? page(url, address));
  const code = parseCode(address, url, segments);
  if (code === null) return isListedCodeHost(host) && segments.length === 0 ? null : page(url, address);
  const [owner = '', name = null] = new URL(code.url).pathname.slice(1).split('/');
  return isPlaceholderRepository(owner, name) ? null : code;
}

/** What an address says of code: a path under `git@` is always a repository's. */
function parseCode(address: string, url: URL, segments: readonly string[]): Address | null {
  const host = url.hostname.replace(/^www\./, '');
  if (!isCodeHost(host) && (isKnownPage(host) || isAboutGithub(host) || notebookSource(url) !== null)) return null;
  const last = segments.at(-1) ?? '';
  const isGit = GIT.test(address) && segments.length > 1 && !isCodeHost(host) && !last.endsWith('.git');
  return parseCodePath(url.host.replace(/^www\./, ''), isGit ? [...segments.slice(0, -1), `${last}.git`] : segments);
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
  const url = urlOf(whole);
  if (url === null) return null;
  // A hyphen at the end of a line, where the name was broken: `git-hub.com`.
  const unbroken = url.hostname.replace(/(?<=[a-z])-(?=[a-z])/g, '');
  if (isListedCodeHost(unbroken) || isHub(unbroken)) url.hostname = unbroken;
  return isHost(url.hostname) ? url : null;
}

/**
 * The repository that a notebook lies in, with the notebook's ref and path; null for every other address.
 *
 * @param url as `parseAddress` gives it
 */
export function repositoryOfNotebook(url: string): Address | null {
  const source = notebookSource(new URL(url));
  const address = source === null ? null : parseAddress(source);
  return address?.kind === 'REPOSITORY' ? address : null;
}

/** `raw.githubusercontent.com/owner/name/ref/path` is a file of the repository. */
function parseRawFile(segments: readonly string[]): Address | null {
  const [owner, name, ...rest] = segments;
  if (owner === undefined || name === undefined) return null;
  return parseAddress(`https://github.com/${owner}/${name}${rest.length > 0 ? `/raw/${rest.join('/')}` : ''}`);
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
