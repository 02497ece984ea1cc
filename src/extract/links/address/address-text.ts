import { isOpener } from '../../text/sentence-end';
import { PLAIN, readEscape } from './address-escapes';
import { continuesAfterBlank } from './blank-in-address';
import { isCodeHost } from './code-hosts';
import { isHost } from './host';
import { isOpenEnded } from './open-end';
import { BLANK } from './scheme';

/** An address taken out of running text: `address` without blanks and escapes, and where it ends in the text. */
export interface AddressText {
  address: string;
  end: number;
  /** Whether it ends there for certain; what is not whole leads nowhere, or elsewhere. */
  isWhole: boolean;
}

/** Longer than any address that is written into prose; it bounds the work for a text that is one long "address". */
const MAX_LENGTH = 2048;

const INNER_SCHEME = /(?:https?|hxxps?):/iy;
/** Brackets and quotes that a web page's source was copied with. */
const MARKUP = /&(?:lt|gt|quot|nbsp|#\w+);/y;
const GAP = new RegExp(BLANK, 'y');

const IDEOGRAPH = /\p{Lo}/u;
/** The beginning of an address whose host is written in letters without case: behind other hosts these are prose. */
const NATIVE_HOST = /^\w+:\/\/(?:\p{Lo}[^/]*)?$/u;

/** How much of the text after a blank decides whether the address goes on. */
const LOOK_AHEAD = 160;

/**
 * Reads the address whose scheme, rewritten as `prefix`, ends at `text[from]`. It ends at the first character that an
 * address cannot hold, at a bracket that it did not open, at the next address, and at white space that does not
 * belong to it. `enclosedUntil` is the end of the braces or angle brackets around it: up to there blanks belong to it.
 */
export function readAddressText(text: string, from: number, prefix: string, enclosedUntil: number): AddressText {
  let address = prefix;
  let depth = 0;
  let at = from;
  /** Where each character of `address` behind the prefix ends in the text. */
  const ends: number[] = [];
  const take = (characters: string, end: number): void => {
    address += characters;
    for (let index = 0; index < characters.length; index += 1) ends.push(end);
    at = end;
  };
  while (at < text.length && address.length < MAX_LENGTH) {
    const escaped = readEscape(text, at);
    if (escaped !== null) {
      take(escaped.character, escaped.end);
      continue;
    }
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      const next = matchEnd(GAP, text, at);
      if (next === at || next >= text.length) break;
      const enclosed = next < enclosedUntil;
      if (!enclosed && !continuesAfterBlank(address, text.slice(next, next + LOOK_AHEAD))) break;
      at = next;
    } else if (/[h]/i.test(character) && startsAddress(text, at, address, prefix)) {
      break;
    } else if (character === '(' && opensPair(text, at, address)) {
      depth += 1;
      take(character, at + 1);
    } else if (character === ')' && depth > 0) {
      depth -= 1;
      take(character, at + 1);
    } else if (
      (PLAIN.test(character) || (IDEOGRAPH.test(character) && NATIVE_HOST.test(address))) &&
      matchEnd(MARKUP, text, at) === at &&
      !isNoHost(address, character)
    ) {
      take(character, at + 1);
    } else {
      break;
    }
  }
  const rest = text.slice(at, at + LOOK_AHEAD);
  const kept = withoutGluedText(address, rest, depth);
  const length = Math.max(0, kept.length - prefix.length);
  const isWhole = !isOpenEnded(kept, address.slice(kept.length), rest);
  return { address: kept, end: ends[length - 1] ?? from, isWhole };
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? at : at + match[0].length;
}

/** Whether `character` ends the host of an address that has none, so that reading on is in vain. */
function isNoHost(address: string, character: string): boolean {
  if (!/[/?#:@]/.test(character) || !/:\/\/[^/?#:]*$/.test(address)) return false;
  return character === '@' || !isHost(hostOf(address));
}

/** Whether another address begins inside this one; as the value of a parameter it belongs to it. */
function startsAddress(text: string, at: number, address: string, prefix: string): boolean {
  return address.length > prefix.length && !address.endsWith('=') && matchEnd(INNER_SCHEME, text, at) > at;
}

/** Whether a bracket in the path is closed again before a blank. Names on code hosts hold none. */
function opensPair(text: string, at: number, address: string): boolean {
  if (!/^\w+:\/\/[^/]+\//.test(address) || isCodeHost(hostOf(address))) return false;
  return /^\([^\s()]{1,80}\)/.test(text.slice(at, at + 82));
}

/** The host of an address with a scheme, in lower case and without `www.`. */
export function hostOf(address: string): string {
  const host = /^\w+:\/\/([^/?#:@]*)/.exec(address)?.[1] ?? '';
  return host.toLowerCase().replace(/^www\./, '');
}

/** A capitalised word right behind a full stop at the end: when it opens sentences, it is the next one, glued on. */
const GLUED_WORD = /\.([A-Z][a-z]*)$/;

/** The number of a footnote right behind the full stop, before the next sentence. Names on code hosts do not end so. */
const GLUED_NUMBER = /(?<=[A-Za-z])\.\d{1,2}$/;

/** Drops what is not part of the address: punctuation at its end, an open bracket, a glued sentence. */
function withoutGluedText(address: string, rest: string, depth: number): string {
  const whole = depth > 0 ? address.slice(0, address.lastIndexOf('(')) : address;
  const numbered = isCodeHost(hostOf(address)) && /^\s+[A-Z]/.test(rest) ? whole.replace(GLUED_NUMBER, '') : whole;
  const glued = /^(?:$|[\s,:'’])/.test(rest) ? GLUED_WORD.exec(numbered) : null;
  const first = isOpener(glued?.[1] ?? '') ? numbered.slice(0, glued?.index) : numbered;
  return first.replace(/[.,;:!?&#@%~_-]+$/, '');
}
