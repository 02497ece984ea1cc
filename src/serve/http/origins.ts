import type { IncomingMessage } from 'node:http';
import { parse } from 'tldts';
import { urlOf } from '../../text/url-of';

/** A pattern: scheme, what stands before and behind the `*` in the first label, the other labels, and a port if any. */
const PATTERN = /^(https?):\/\/([a-z0-9-]*)\*([a-z0-9-]*)((?:\.[a-z0-9-]+)+)(:\d{1,5})?$/;

/** What a `*` stands for: a part of one label, so no dot, and nothing that would begin another name. */
const PART = '[a-z0-9-]+';

/**
 * What is wrong with a text as CORS_ORIGIN; null when nothing is.
 *
 * `*`, or origins with commas between: scheme, host and port as browsers send them. The first label of a host may have one `*`,
 * for any letters, digits and hyphens. Where it stands for the whole label, the labels behind it must be somebody's own: what
 * lies directly below `co.uk`, or below the host of a service where anybody gets a name, is everybody's.
 */
export function originsProblem(corsOrigin: string): string | null {
  if (corsOrigin === '*') return null;
  for (const origin of listOf(corsOrigin)) {
    const pattern = PATTERN.exec(origin);
    if (!isOrigin(pattern ? origin.replace('*', 'a') : origin)) {
      return 'expected * or origins such as https://example.org or https://*.example.org with commas between';
    }
    if (pattern && isEverybodys(pattern)) {
      return `expected origins of your own: anybody may have one that ${origin} stands for`;
    }
  }
  return null;
}

/** The origins of CORS_ORIGIN: whose pages may read, and open sockets and streams. */
export class Origins {
  /** Whether every origin may read. */
  readonly areAll: boolean;
  private readonly named: ReadonlySet<string>;
  private readonly patterns: readonly RegExp[];

  /** @param corsOrigin a text with which nothing is wrong */
  constructor(corsOrigin: string) {
    this.areAll = corsOrigin === '*';
    const list = this.areAll ? [] : listOf(corsOrigin);
    this.named = new Set(list.filter((origin) => !origin.includes('*')));
    this.patterns = list.filter((origin) => origin.includes('*')).map(toRegExp);
  }

  /** Whether pages of an origin may read. */
  allow(origin: string | undefined): boolean {
    if (this.areAll) return true;
    if (origin === undefined) return false;
    return this.named.has(origin) || this.patterns.some((pattern) => pattern.test(origin));
  }

  /** Whether an origin stands in the list as it is: only such a one may send what a person is known by. */
  hasInFull(origin: string | undefined): boolean {
    return origin !== undefined && this.named.has(origin);
  }

  /**
   * Whether a page that opens a socket or a stream may. Browsers ask no permission for these beforehand, so it is checked
   * here: the origins that may read by HTTP, and the server's own, may. What is no browser sends no origin.
   */
  allowSender({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || this.allow(origin)) return true;
    return host !== undefined && urlOf(origin)?.host === host;
  }
}

function listOf(corsOrigin: string): string[] {
  return corsOrigin.split(',').map((origin) => origin.trim());
}

/** What browsers send: scheme, host and port, and nothing behind them. */
function isOrigin(text: string): boolean {
  if (text.includes('*')) return false;
  const url = urlOf(text);
  return url !== null && url.host !== '' && `${url.protocol}//${url.host}` === text;
}

function isEverybodys([, , before, behind, labels = '']: RegExpExecArray): boolean {
  const host = labels.slice(1);
  return (
    before === '' && behind === '' && parse(host, { allowPrivateDomains: true }).domain === null && host !== 'localhost'
  );
}

function toRegExp(pattern: string): RegExp {
  const [before, behind] = pattern.split('*').map((text) => text.replace(/[.\\^$+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`^${before}${PART}${behind}$`);
}
