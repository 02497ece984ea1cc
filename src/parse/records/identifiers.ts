import { arxivIdOf } from '../../text/arxiv-id';
import { doiOf } from '../../text/doi';
import { isArxivId, withoutClass } from './arxiv-identifiers';
import type { Identifier } from './record';

/** Where other catalogues keep a paper, and what of the address is its identifier. */
const ADDRESSES: readonly (readonly [Identifier['scheme'], RegExp])[] = [
  ['OPENREVIEW', /^https?:\/\/(?:www\.|api\d?\.)?openreview\.net\/(?:forum|pdf|attachment)\?(?:[^#]*&)?id=([\w-]+)/i],
  [
    'ACL',
    /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/(?:papers\/(?:[A-Z]\/[A-Z]\d{2}\/)?)?([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)(?:v\d+)?(?:\.pdf|\.bib)?\/?(?:[?#].*)?$/i,
  ],
  [
    'SEMANTIC_SCHOLAR',
    /^https?:\/\/(?:(?:www\.)?semanticscholar\.org|api\.semanticscholar\.org(?:\/graph)?(?:\/v1)?)\/(?:paper|reader)\/(?:[^/?#]+\/)?([0-9a-f]{40})/i,
  ],
  ['OPENALEX', /^https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?(W\d+)/i],
  ['PAPERS_WITH_CODE', /^https?:\/\/(?:www\.)?paperswithcode\.com\/paper\/([\w-]+)/i],
  [
    'DBLP',
    /^https?:\/\/(?:www\.)?dblp\.(?:org|uni-trier\.de)\/rec\/(?:html\/|bibtex\/)?((?:journals|conf|books|series|phd)\/[^?#]+?)(?:\.html|\.xml|\.bib)?(?:[?#].*)?$/i,
  ],
  ['PUBMED', /^https?:\/\/(?:www\.)?(?:ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)\/(\d+)/i],
];

/**
 * The identifier in an address, or in a text that is nothing but an arXiv identifier or a DOI; null where there is none, and
 * for one of arXiv that cannot be one (`2407.0877`). The DOI of a paper on arXiv is its arXiv identifier.
 */
export function identifierOf(text: string): Identifier | null {
  const trimmed = text.trim();
  const arxivId = arxivIdOf(trimmed);
  if (arxivId !== null) return isArxivId(arxivId) ? { scheme: 'ARXIV', value: withoutClass(arxivId) } : null;
  const doi = doiOf(trimmed);
  if (doi !== null) return ofDoi(doi);
  for (const [scheme, pattern] of ADDRESSES) {
    const [, value] = pattern.exec(trimmed) ?? [];
    if (value !== undefined) return { scheme, value: inItsCase(scheme, value) };
  }
  return null;
}

/** Between DOIs; one may have a semicolon within: `10.1002/(SICI)1097-4571(1999)50:6<1::AID-ASI1>3.0.CO;2-X`. */
const BETWEEN = /\s*[;,]?\s+|[;,](?=10\.\d|https?:|doi:)/i;

/** The DOIs, or addresses of these, in a field that holds nothing else; mostly it is one. */
export function doisIn(field: string): string[] {
  return field
    .trim()
    .replace(/^doi:\s+/i, '')
    .split(BETWEEN)
    .filter((part) => part !== '');
}

/** What an identifier looks like where the field says whose it is. */
const ALONE: Readonly<Partial<Record<Identifier['scheme'], RegExp>>> = {
  OPENREVIEW: /^[\w-]{8,12}$/,
  ACL: /^(?:[A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)$/,
  SEMANTIC_SCHOLAR: /^[0-9a-f]{40}$/i,
  OPENALEX: /^W\d+$/i,
  DBLP: /^(?:DBLP:)?(?:journals|conf|books|series|phd)\/\S+$/,
  PUBMED: /^\d{1,9}$/,
};

/** The identifier of a scheme that a field of that scheme holds, by itself or in an address; null for anything else. */
export function identifierAs(scheme: Identifier['scheme'], text: string): Identifier | null {
  const trimmed = text.trim();
  const found = identifierOf(trimmed);
  if (found !== null) return found.scheme === scheme || found.scheme === 'ARXIV' ? found : null;
  const value = ALONE[scheme]?.test(trimmed) ? trimmed.replace(/^DBLP:/, '') : null;
  return value === null ? null : { scheme, value: inItsCase(scheme, value) };
}

/** An identifier as its catalogue writes it, where case makes no difference to that. */
function inItsCase(scheme: Identifier['scheme'], value: string): string {
  switch (scheme) {
    case 'SEMANTIC_SCHOLAR':
    case 'PAPERS_WITH_CODE':
      return value.toLowerCase();
    case 'OPENALEX':
      return value.toUpperCase();
    case 'ACL':
      return /^\d/.test(value) ? value.toLowerCase() : value.toUpperCase();
    default:
      return value;
  }
}

function ofDoi(doi: string): Identifier {
  const arxivId = arxivIdOf(`https://doi.org/${doi}`);
  return arxivId !== null && isArxivId(arxivId)
    ? { scheme: 'ARXIV', value: withoutClass(arxivId) }
    : { scheme: 'DOI', value: doi };
}
