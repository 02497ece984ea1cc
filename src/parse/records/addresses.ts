import { urlOf } from '../../text/url-of';
import { htmlText } from './markup/html-text';
import { withoutEnd } from './plain';
import type { RecordLink } from './record';

/** Longer ones are none; in UTF-16 units. */
const LONGEST = 2_000;
const ADDRESS =
  /https?:\/\/[^\s<>"{}|\\^`]+|(?<![\w@/.-])(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\/[\w.-]+\/[^\s<>"{}|\\^`,;()]+/gi;
/** What is said of everything and leads to no work. */
const LICENCE = /licen[cs]e\W*$/i;
/** `git@github.com:owner/name.git`, also with a scheme. */
const FOR_GIT = /^(?:git\+)?(?:ssh:\/\/)?git@([a-z\d.-]+\.[a-z]{2,24})[:/]+([\w.~/-]+)$/i;
const DAMAGED_SCHEME =
  /^(?!https?:\/\/(?!https?\b))(?:(?:git\+)?h?ttps?s?(?::\/*|\/+)|git:\/\/)+(?=(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,24}\/)/i;
const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,24}\/\S+$/i;
/** How far a word about an address stands from it, in UTF-16 units. */
const REACH = 60;

const ROLES: readonly (readonly [RegExp, RecordLink['role']])[] = [
  [/\bproject|home ?page|web ?(?:site|page)|\bdemo\b/i, 'PROJECT'],
  [/\bcodes?\b|implementation|software|source|repositor|\bgithub\b/i, 'CODE'],
  [/\bdata(?:sets?)?\b/i, 'DATA'],
  [/\bvideos?\b|slides|\btalk\b|poster/i, 'MEDIA'],
  [/\bpdf\b|full ?text/i, 'PDF'],
];

/** An address in a text, with what the words beside it take it for. */
export interface AddressInText {
  url: string;
  role: RecordLink['role'];
}

/**
 * The addresses in a field that holds nothing else: one or several, parted by blanks, commas or semicolons. Line breaks and
 * blanks within one are taken out, `http` in front is put where it is left out.
 */
export function addressesOf(field: string): string[] {
  return partsOf(htmlText(field).trim()).flatMap((part) => {
    const joined = mendedAddress(joinedAddress(part));
    const url = cleanAddress(/^https?:\/\//i.test(joined) ? joined : BARE.test(joined) ? `https://${joined}` : '');
    return url === null ? [] : [url];
  });
}

/** An address for git, or one whose beginning is damaged (`https:github.com/…`, `https://https://…`), as one of the web. */
function mendedAddress(text: string): string {
  const [, host, path] = FOR_GIT.exec(text) ?? [];
  if (host !== undefined) return `https://${host}/${path}`;
  return text.replace(DAMAGED_SCHEME, 'https://');
}

/** A text parted before each address in it that is not part of another. */
function partsOf(text: string): string[] {
  const starts = [...text.matchAll(/https?:\/\//gi)]
    .map(({ index }) => index)
    .filter((index) => index > 0 && /[\s,;|<>"()[\]a-z0-9]/i.test(text[index - 1] as string));
  return [0, ...starts].map((start, index, all) => {
    const part = withoutEnd(text.slice(start, all[index + 1] ?? text.length), ' \n\t,;|<>"([');
    return part.replace(/^[<"([]+/, '');
  });
}

/** The addresses within a text, in order, each once. */
export function addressesIn(text: string): AddressInText[] {
  const found = new Map<string, AddressInText>();
  for (const match of text.matchAll(ADDRESS)) {
    const url = cleanAddress(/^http/i.test(match[0]) ? match[0] : `https://${match[0]}`);
    if (url === null || found.has(url)) continue;
    const before = text.slice(Math.max(0, match.index - REACH), match.index).replace(/^.*https?:\S+/s, '');
    if (LICENCE.test(before)) continue;
    const behind = text
      .slice(match.index + match[0].length, match.index + match[0].length + REACH)
      .replace(/[,;.]\s.*|https?:.*/s, '');
    found.set(url, { url, role: roleOf(before) ?? roleOf(behind) ?? 'OTHER' });
  }
  return [...found.values()];
}

/** What an address alone is to a paper. */
export function isPdfAddress(url: string): boolean {
  return /\.pdf(?:[?#]|$)|\/\/(?:\w+\.)?arxiv\.org\/pdf\/|\/\/openreview\.net\/pdf\?/i.test(url);
}

function roleOf(words: string): RecordLink['role'] | null {
  return ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** An address whose parts were torn apart; where what follows is other text, it ends before. */
function joinedAddress(text: string): string {
  const [first = '', ...others] = text.split(/\s+/);
  if (others.length === 0) return first;
  const isTorn = others.length <= 3 && others.every((part) => /^[\w\-./~%?=&#+:@]+$/.test(part));
  const isAddress =
    isTorn &&
    (/[/\-_.=?&]$/.test(first) || others.every((part) => /^[/\-_.?&#=]|[/_=.-]/.test(part)) || /\n/.test(text));
  return isAddress ? [first, ...others].join('') : first;
}

/** An http(s) address without the signs of the sentence around it; null where it is none. */
function cleanAddress(text: string): string | null {
  if (text.length > LONGEST) return null;
  let url = text.replace(/^https?/i, (scheme) => scheme.toLowerCase());
  while (/[.,;:!?'"*>\]}]$/.test(url) || (url.endsWith(')') && isOpenedNowhere(url))) url = url.slice(0, -1);
  const parsed = urlOf(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.') ? url : null;
}

/** Whether the bracket at the end closes none that the address opens. */
function isOpenedNowhere(url: string): boolean {
  return url.split(')').length > url.split('(').length;
}
