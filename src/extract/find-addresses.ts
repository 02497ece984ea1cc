import { type AddressText, hostOf, readAddressText } from './address-text';
import { isCodeHost } from './code-hosts';
import { isHost, isHostedPage } from './host';
import { isHub } from './hubs';
import { isKnownPage } from './link-kinds';
import { BLANK, GIT_SCHEME, WEB_SCHEME } from './scheme';

/** An address in a text: `address` is readable by `parseAddress`, the span is the text as it was written. */
export interface FoundAddress {
  start: number;
  end: number;
  address: string;
}

const DOT = `${BLANK}\\.${BLANK}`;
const SPLIT_HOST = `(?:github${DOT}com|huggingface${DOT}co|[a-z0-9-]+\\.github${DOT}io)(?=${BLANK}/)`;
const BARE_HOST = '(?:[a-z0-9][a-z0-9-]*\\.)+[a-z]{2,}(?![a-z0-9@_-]|\\.[a-z0-9])';
const START = new RegExp(
  `(?<web>${WEB_SCHEME})|(?<git>${GIT_SCHEME})|(?<![\\w@.-])(?<bare>${SPLIT_HOST}|${BARE_HOST})`,
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
    const start = match.index;
    const after = start + match[0].length;
    const bare = match.groups?.bare;
    const read = bare === undefined ? readWithScheme(text, start, after) : readBare(text, start, bare);
    if (read === null) continue;
    found.push({ start, ...read });
    starts.lastIndex = Math.max(after, read.end);
  }
  return found;
}

function readWithScheme(text: string, start: number, after: number): AddressText | null {
  const prefix = /^(?:git\+)?http:/i.test(text.slice(start, after)) ? 'http://' : 'https://';
  const read = readAddressText(text, after, prefix, enclosureEnd(text, start));
  return isHost(hostOf(read.address)) ? read : null;
}

/** An address without a scheme: the host must be one that is written for an address, not a name such as `Node.js`. */
function readBare(text: string, start: number, host: string): AddressText | null {
  const read = readAddressText(text, start, 'https://', enclosureEnd(text, start));
  const hasPath = /^https:\/\/[^/]+\/\w/.test(read.address);
  return isWrittenAsAddress(host.replace(/\s/g, ''), hasPath, text.slice(Math.max(0, start - 40), start)) ? read : null;
}

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
