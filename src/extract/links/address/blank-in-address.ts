import { readEscape } from './address-escapes';
import { isCodeHost, isListedCodeHost } from './code-hosts';
import { isHost } from './host';
import { isHub } from './hubs';
import { isProse } from './prose';

/** A word that may as well open the next sentence: "Specifically". */
const PLAIN_CAPITALISED = /^[A-Z][a-z]+$/;

/**
 * Whether an address that `address` begins goes on behind a blank with `next`. Said only for a reason: the address
 * cannot end as it does, or the next word cannot stand in a sentence, so that no word of the sentence is swallowed.
 */
export function continuesAfterBlank(address: string, written: string): boolean {
  const first = readEscape(written, 0);
  const next = first === null ? written : first.character + written.slice(first.end);
  const [, rawHost = '', path = ''] = /^\w+:\/\/([^/?#]*)(.*)$/.exec(address) ?? [];
  const host = rawHost.toLowerCase().replace(/^www\./, '');
  if (path === '' && continuesHost(rawHost.toLowerCase(), next)) return true;
  if (/^\/[A-Za-z0-9]/.test(next)) return isHost(host);
  const word = /^[^\s,;:!?()[\]{}<>"'“”‘’]*/.exec(next)?.[0] ?? '';
  const stem = word.replace(/[.…]+$/, '');
  if (stem === '' && !next.startsWith('.')) return false;
  if (isProse(stem.replace(/^-/, ''))) return false;
  if (/[-_]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/[=&~]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/^_[A-Za-z0-9]/.test(next)) return path !== '';
  return continuesEnding(path, word) || continuesPath(host, path, next, stem);
}

/** `https://github. com/…`, `https://git hub.com/…`, `https://my- page.github.io`: not a host until the next piece. */
function continuesHost(host: string, next: string): boolean {
  const written = /^[A-Za-z0-9.-]+/.exec(next)?.[0] ?? '';
  const piece = written.replace(/\.+$/, '').toLowerCase();
  if (piece === '') return false;
  const isWhole = isHost(host.replace(/\.$/, ''));
  const hasPath = next.charAt(written.length) === '/';
  // `github.co` is a host as well.
  if (isWhole && hasPath && (isListedCodeHost(host + piece) || isHub(host + piece))) return true;
  // `google` and `co` are suffixes themselves, so that `sites.google. com/` looks whole before its end.
  if (isWhole) return host.endsWith('.') && /^(?:com|org|net|edu|[a-z]{2})\//.test(next) && isHost(host + piece);
  // What is no host yet has to go on, even where no dot or hyphen shows it.
  if (!/[.-]$/.test(host) && !/^[.-]/.test(piece)) return hasPath && host !== '' && isHost(host + piece);
  return isHost(host + piece) || (/[.-]$/.test(host) && /^[a-z0-9-]+\.$/.test(written));
}

/** `name. git`, `name .jl`, `page. html`, `page. github.io`. */
function continuesEnding(path: string, word: string): boolean {
  if (path === '') return false;
  if (/^\.(?:git|html?|jl|py|js|cpp|rs)(?![A-Za-z0-9])/.test(word)) return true;
  return path.endsWith('.') && /^(?:git|html?|jl|py|js|cpp|rs|github\.io)(?![A-Za-z0-9-])/.test(word);
}

function continuesPath(host: string, path: string, next: string, stem: string): boolean {
  const segments =
    path
      .split(/[?#]/, 1)[0]
      ?.split('/')
      .filter((segment) => segment !== '') ?? [];
  const isNamed = isCodeHost(host) || isHub(host);
  // On a hub a section stands before the owner: `/datasets/owner/name`.
  const depth = isHub(host) && /^\/(?:datasets|spaces|models)\//.test(path) ? 3 : 2;
  // `tide -flow`, a name cut before its hyphen.
  if (isNamed && segments.length === depth && /[A-Za-z0-9]$/.test(path)) return /^-[A-Za-z0-9]/.test(next);
  if (isNamed && segments.length < depth) {
    if (path === '/') return /^[\w.-]+(?:\/\s{0,2}\w|-\s)/.test(next);
    if (path.endsWith('/')) return /^[\w.-]*\w/.test(stem) && (!PLAIN_CAPITALISED.test(stem) || endsSentence(next));
    // `A - B/c` and `A -B/c`: an owner's name cut at its hyphen.
    return path !== '' && /^-\s{0,2}[\w-]+\/\w/.test(next);
  }
  if (!path.endsWith('/') || !/^[\w./-]+$/.test(stem)) return false;
  // Only what no prose holds; at the end of the sentence also a name with a hyphen in it.
  return /_|\w\/|\.html?$/.test(stem) || (/\w-\w/.test(stem) && endsSentence(next));
}

/** Whether the sentence ends behind the first word of `next`. */
function endsSentence(next: string): boolean {
  return /^[^\s,;:]+(?:\s*$|(?<=[.)\]}])\s+[A-Z]|\s+\.|\s*\n\s*\n)/.test(next);
}
