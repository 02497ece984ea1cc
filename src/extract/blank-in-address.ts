import { isCodeHost } from './code-hosts';
import { isHost } from './host';
import { isHub } from './hubs';
import { isOpener } from './sentence-end';

/** Words of the sentence around an address, which are never a piece of it. */
const PROSE = new Set(
  `after and are be but can code codes contains datasets during e.g further github has have http http: https https: i.e
  including is may model models more of once or page provides provided published released repo repository
  respectively so soon supplementary supports that their then though together under until upon website were where
  whereas which will within without www you your`.split(/\s+/),
);

/** A word that may as well open the next sentence: "Specifically". */
const PLAIN_CAPITALISED = /^[A-Z][a-z]+$/;

/**
 * Whether an address that `address` begins goes on behind a blank with `next`. Said only for a reason: the address
 * cannot end as it does, or the next word cannot stand in a sentence, so that no word of the sentence is swallowed.
 */
export function continuesAfterBlank(address: string, next: string): boolean {
  const [, rawHost = '', path = ''] = /^\w+:\/\/([^/?#]*)(.*)$/.exec(address) ?? [];
  const host = rawHost.toLowerCase().replace(/^www\./, '');
  if (path === '' && continuesHost(rawHost.toLowerCase(), next)) return true;
  if (/^\/[A-Za-z0-9]/.test(next)) return isHost(host);
  const word = /^[^\s,;:!?()[\]{}<>"'“”‘’]*/.exec(next)?.[0] ?? '';
  const stem = word.replace(/[.…]+$/, '');
  if (stem === '' && !next.startsWith('.')) return false;
  if (PROSE.has(stem.toLowerCase()) || isOpener(stem)) return false;
  if (/[-_]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/[=&]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/^_[A-Za-z0-9]/.test(next)) return path !== '';
  return continuesEnding(path, word) || continuesPath(host, path, next, stem);
}

/** `https://github. com/…`, `https://github .com/…`, `https://my- page.github.io`: not a host until the next piece. */
function continuesHost(host: string, next: string): boolean {
  const written = /^[A-Za-z0-9.-]+/.exec(next)?.[0] ?? '';
  const piece = written.replace(/\.+$/, '');
  if (piece === '' || !(/[.-]$/.test(host) || /^[.-]/.test(piece))) return false;
  const isWhole = isHost(host.replace(/\.$/, ''));
  // `google` is a suffix itself, so that `sites.google. com/` looks whole before its end.
  if (isWhole) return host.endsWith('.') && /^(?:com|org|net|io|co|ai|edu)\//.test(next) && isHost(host + piece);
  return isHost(host + piece) || (/[.-]$/.test(host) && /^[a-z0-9-]+\.$/.test(written));
}

/** `name. git`, `name .git`, `page. html`, `page. github.io`. */
function continuesEnding(path: string, word: string): boolean {
  if (path === '') return false;
  if (/^\.(?:git|html?)(?![A-Za-z0-9])/.test(word)) return true;
  return path.endsWith('.') && /^(?:git|html?|github\.io)(?![A-Za-z0-9-])/.test(word);
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
