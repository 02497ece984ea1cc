import { urlOf } from '../text/url-of';
import type { CitedPaper } from './cited-paper';

/** What addresses have none of, and formats take for their own. */
const UNSAFE = /[\s{}\\^`|"<>]/g;
/** Where an address can stand as it is written. */
const SAFE = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i;

/**
 * An address as any format can hold it: braces, blanks and letters that are not ASCII by their codes. Null for what is no
 * address of the web, such as `javascript:…`.
 */
export function webAddress(address: string): string | null {
  const trimmed = address.trim();
  const url = urlOf(trimmed);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return SAFE.test(trimmed) ? trimmed : url.href.replace(UNSAFE, encodeURIComponent);
}

/** Where a paper can be read: its address, or what its identifiers lead to; null where it has neither. */
export function addressOf({ url, arxivId, doi }: CitedPaper): string | null {
  const own = url === null ? null : webAddress(url);
  if (own !== null) return own;
  if (arxivId !== null) return webAddress(`https://arxiv.org/abs/${arxivId}`);
  return doi === null ? null : webAddress(`https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`);
}

/** Where the code of a paper is, each address once. */
export function codeAddressesOf({ codeUrls }: CitedPaper): string[] {
  const addresses = codeUrls.map(webAddress).filter((address) => address !== null);
  return [...new Set(addresses)];
}
