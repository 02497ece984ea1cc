import { isCodeHost } from './code-hosts';
import { isHost } from './host';
import { isHub } from './hubs';

/** Words of the sentence around an address, which are never a piece of it. */
const PROSE = new Set(
  `a also after all an and are as at be but by can code codes contains data dataset datasets demo during e.g for from
  further has have here i.e if in including is it its may model models more of on once or our page please project
  provides repo repository respectively see so soon supplementary such supports that the their then there these this
  though to together under until upon using via was we website were when where whereas which while who will with
  within without you your github http https http: https: www`.split(/\s+/),
);

/**
 * Whether an address that `address` begins goes on behind a blank with `next`. Said only for a reason: the address
 * cannot end as it does, or the next word cannot stand in a sentence, so that no word of the sentence is swallowed.
 */
export function continuesAfterBlank(address: string, next: string): boolean {
  const [, rawHost = '', path = ''] = /^\w+:\/\/([^/?#]*)(.*)$/.exec(address) ?? [];
  const host = rawHost.toLowerCase().replace(/^www\./, '');
  if (path === '' && continuesHost(host, next)) return true;
  if (/^\/[A-Za-z0-9]/.test(next)) return isHost(host);
  const word = /^[^\s,;:!?()[\]{}<>"'“”‘’]*/.exec(next)?.[0] ?? '';
  const stem = word.replace(/[.…]+$/, '');
  if (stem === '' && !next.startsWith('.')) return false;
  if (PROSE.has(stem.toLowerCase())) return false;
  if (/[-_]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/[=&]$/.test(path)) return /^[A-Za-z0-9]/.test(word);
  if (/^_[A-Za-z0-9]/.test(next)) return path !== '';
  return continuesEnding(path, word) || continuesPath(host, path, next, stem);
}

/** `https://github. com/…`, `https://github .com/…`, `https://my- page.github.io`: not a host until the next piece. */
function continuesHost(host: string, next: string): boolean {
  const piece = /^[A-Za-z0-9.-]+/.exec(next)?.[0].replace(/\.+$/, '') ?? '';
  if (piece === '' || !(/[.-]$/.test(host) || /^[.-]/.test(piece))) return false;
  const isWhole = isHost(host.replace(/\.$/, ''));
  // `google` is a suffix itself, so that `sites.google. com/` looks whole before its end.
  if (isWhole) return host.endsWith('.') && /^(?:com|org|net|io|co|ai|edu)\//.test(next) && isHost(host + piece);
  return isHost(host + piece) || (/[.-]$/.test(host) && /^[a-z0-9-]+\.$/.test(piece));
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
  if (isNamed && segments.length < 2) {
    if (path === '/') return /^[\w.-]+(?:\/\s{0,2}\w|-\s)/.test(next);
    if (path.endsWith('/')) return /^[\w.-]*\w/.test(stem);
    // `A - B/c` and `A -B/c`: an owner's name cut at its hyphen.
    return path !== '' && /^-\s{0,2}[\w-]+\/\w/.test(next);
  }
  if (!path.endsWith('/') || !/^[\w./-]+$/.test(stem)) return false;
  // Only what no prose holds; at the end of the sentence also a name with a hyphen in it.
  return /_|\w\/|\.html?$/.test(stem) || (/\w-\w/.test(stem) && /^\S+?[.)]*(?:\s*$|\s*\.?\s+[A-Z])/.test(next));
}
