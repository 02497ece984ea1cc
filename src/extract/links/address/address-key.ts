import { arxivIdOf } from '../../../text/arxiv-id';
import { doiOf } from '../../../text/doi';
import { isCodeHost } from './code-hosts';
import { parseAddress } from './parse-address';

/**
 * A key that is equal for two spellings of the same address: no scheme, no `www.`, no slash or `index.html` at the end,
 * no place within the page, the host in lower case, and on code hosts everything in lower case. A deep link into a
 * repository has the repository's key, all addresses of a paper on arXiv have one, whatever the version, and so have all of a DOI,
 * whatever the resolver and case. For what is no address: the text itself, trimmed and in lower case.
 */
export function addressKey(address: string): string {
  const arxivId = arxivIdOf(address);
  if (arxivId !== null) return `arxiv.org/abs/${arxivId}`;
  const doi = doiOf(address);
  if (doi !== null) return `doi.org/${doi}`;
  const parsed = parseAddress(address);
  if (parsed === null) return address.trim().toLowerCase();
  const url = new URL(parsed.url);
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/index\.html?$/, '').replace(/\/+$/, '');
  // `#/…` and `#!…` choose a page; any other fragment a place within one.
  const fragment = /^#[/!]./.test(url.hash) ? url.hash : '';
  const key = `${host}${path}${url.search}${fragment}`;
  return isCodeHost(host) ? key.toLowerCase() : key;
}
