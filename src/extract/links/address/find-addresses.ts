import { isKnownPage } from '../link-kinds';
import { type AddressText, hostOf, readAddressText } from './address-text';
import { isCodeHost, isListedCodeHost } from './code-hosts';
import { isHost, isHostedPage } from './host';
import { isHub } from './hubs';
import { BLANK, GIT_SCHEME, WEB_SCHEME } from './scheme';

/** An address in a text: `address` is readable by `parseAddress`, the span is the text as it was written. */
export interface FoundAddress {
  start: number;
  end: number;
  address: string;
}

const DOT = `${BLANK}\\.${BLANK}`;
/** Hosts that are known even when a blank stands at their dot, or between the two words that they are made of. */
const KNOWN_HOST = `(?:git${BLANK}(?:hub|lab)${DOT}com|hugging${BLANK}face${DOT}co|(?:bitbucket|codeberg|framagit)${DOT}org)`;
const SPLIT_HOST = `(?:${KNOWN_HOST}|[a-z0-9-]+${DOT}git${BLANK}hub${DOT}io)(?=${BLANK}/)`;
/** The number of a footnote, glued on. */
const FOOTNOTE = `(?:\\d{1,2}(?=${KNOWN_HOST}/))?`;
/** What hosts are written with in a text out of a PDF: Latin, Greek and Cyrillic letters, ligatures, marks of hyphenation. */
const SIGN =
  'a-z0-9\\u00AD\\u00C0-\\u024F\\u0300-\\u052F\\u1E00-\\u1EFF\\u200B-\\u200D\\u2010\\u2011\\u2060\\uFB00-\\uFB06\\uFEFF';
const BARE_HOST = `(?:[${SIGN}][${SIGN}-]*\\.)+[a-z\\u0400-\\u04FF]{2,}(?![${SIGN}@_-]|\\.[a-z0-9])`;
const START = new RegExp(
  `(?<web>${WEB_SCHEME})|(?<git>${GIT_SCHEME})|(?<![\\w${SIGN}@.-])${FOOTNOTE}(?<bare>${SPLIT_HOST}|${BARE_HOST})`,
  'gi',
);

/** What each of these holds: looking for it first is much faster, and many texts hold none. */
const HINT = /[/@]|\.[a-z]/i;

/** Of 40,000 real papers none has more than three: what has hundreds is a list of addresses, and not about any of them. */
export const MOST_LINKS = 200;

/** Whether a text holds more addresses than a paper's may. */
export function hasTooManyLinks(text: string): boolean {
  // Each has a dot, so that few texts have to be gone through.
  let dots = 0;
  for (let at = text.indexOf('.'); at !== -1 && dots <= MOST_LINKS; at = text.indexOf('.', at + 1)) dots += 1;
  return dots > MOST_LINKS && findAddresses(text).length > MOST_LINKS;
}

/** Every address in a text, in order and apart from each other. Linear in the text's length. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  if (!HINT.test(text)) return found;
  const starts = new RegExp(START);
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const after = match.index + match[0].length;
    const bare = match.groups?.bare;
    const start = bare === undefined ? match.index : after - bare.length;
    const read = bare === undefined ? readWithScheme(text, start, after) : readBare(text, start);
    if (read === null) continue;
    if (read.isWhole)
      found.push({ start, end: read.end, address: match.groups?.git ? gitAddress(read) : read.address });
    starts.lastIndex = Math.max(after, read.end);
  }
  return found;
}

/** What `git@` says of an address is kept where its host does not say as much; its port is none of the web's. */
function gitAddress({ address }: AddressText): string {
  return isCodeHost(hostOf(address))
    ? address.replace(/^(https:\/\/[^/:]+):\d+(?=\/)/, '$1')
    : address.replace('https://', 'git@');
}

function readWithScheme(text: string, start: number, after: number): AddressText | null {
  const prefix = /^(?:git\+)?http:/i.test(text.slice(start, after)) ? 'http://' : 'https://';
  const read = readAddressText(text, after, prefix, enclosureEnd(text, start));
  if (isHost(hostOf(read.address))) return read;
  // A host that was cut in two: what stands behind the blank is the end of its name, and no other host.
  const rest = read.end > after ? REST_OF_HOST.exec(text.slice(read.end, read.end + 300))?.[0] : undefined;
  return rest === undefined ? null : { ...read, end: read.end + rest.length, isWhole: false };
}

const REST_OF_HOST = new RegExp(`^[.-]?${BLANK}[.-]?[\\w-]+\\.\\w[\\w.-]*`);

/** An address without a scheme: the host must be one that is written for an address, not a name such as `Node.js`. */
function readBare(text: string, start: number): AddressText | null {
  const read = readAddressText(text, start, 'https://', enclosureEnd(text, start));
  const [, written = '', path] = /^https:\/\/([^/?#:]*)(?::[^/]*)?(\/[\w~])?/.exec(read.address) ?? [];
  const before = text.slice(Math.max(0, start - 40), start);
  if (!isWrittenAsAddress(written, path !== undefined, before)) return null;
  const isKnown = isListedCodeHost(hostOf(read.address)) || isHub(hostOf(read.address));
  return !isKnown && CUT_HOST.test(before) && !LABEL.test(before) ? { ...read, isWhole: false } : read;
}

/** The first piece of a host before a blank: `gitlab. `, `quoll- `. */
const CUT_HOST = new RegExp(`(?<![\\w.-])(?:(?:[a-z0-9-]{2,}\\.)+|[a-z0-9][\\w.-]*-)(?=\\s)${BLANK}$`);
/** What names the page that follows: `page- `, `code. `. */
const LABEL = /(?:code|page|website|site|demo|data|link|url|project|etc|resp|here)[.-]\s*$/i;

/** Domains of these countries are also the endings of files: `model.py`, `README.md`, `run.sh`. */
const FILE_ENDING = /\.(?:py|md|sh|rs|pl|ps|so|cc|ml|js|zip|mov|app)$/;

/** What is written before the place where something can be found. */
const PLACE = /(?:\b(?:at|via|from|on|visit|see|page|website|site|demo|code|url|link)|[:<])\s*$/i;
/** Within brackets alone, only where a domain can be nothing else: `(entry.name)` is a piece of a program. */
const BRACKETED = /[([{]$/;
const COMMON_SUFFIX = /\.(?:com|org|net|edu|ai|io|dev)$/;

function isWrittenAsAddress(written: string, hasPath: boolean, before: string): boolean {
  const host = written.toLowerCase().replace(/^www\./, '');
  if (!isHost(host)) return false;
  // Without a path these are the name of a site ("posts on github.com"), not the address of anything.
  if (isCodeHost(host) || isHub(host)) return hasPath;
  if (host !== written.toLowerCase() || isHostedPage(host)) return true;
  if (isKnownPage(host)) return hasPath;
  const [first = '', ...others] = written.split('.');
  const suffix = others.at(-1) ?? '';
  if (first.length < 2 || suffix !== suffix.toLowerCase()) return false;
  if (others.length === 1 && FILE_ENDING.test(host)) return false;
  if (hasPath) return true;
  return written === host && (PLACE.test(before) || (BRACKETED.test(before) && COMMON_SUFFIX.test(host)));
}

/** The end of `\url{…}`, `\href{…}`, `url{…}` or `<…>` around an address, where everything in it is the address. */
function enclosureEnd(text: string, start: number): number {
  const open = /(?:(?:url|href)\{|<)\s{0,2}$/.exec(text.slice(Math.max(0, start - 8), start))?.[0];
  if (open === undefined) return 0;
  const inside = text.slice(start, start + 300);
  const length = inside.search(open.startsWith('<') ? /[<>]/ : /(?<!\\)[{}](?!\\?[_~])/);
  return length < 0 || /\n\s*\n|\s\S+\s+\S+\s+\S+\s+\S+\s/.test(inside.slice(0, length)) ? 0 : start + length;
}
