import { addressesOf } from '../addresses';
import { keyOf, shortOf } from '../json/members';
import { titleOf } from '../json/read-objects';
import { IDENTIFIER_SCHEMES, type Identifier, type IdentifierScheme, type Stated } from '../record';
import { stated } from '../stated';

/** How identifiers are written where they stand for a title. */
const NAMES: Readonly<Record<IdentifierScheme, string>> = {
  ARXIV: 'arXiv',
  DOI: 'doi',
  ACL: 'acl',
  OPENREVIEW: 'openreview',
  SEMANTIC_SCHOLAR: 'semantic-scholar',
  OPENALEX: 'openalex',
  PAPERS_WITH_CODE: 'paperswithcode',
  DBLP: 'dblp',
  PUBMED: 'pubmed',
};

function byTelling(one: Stated<Identifier>, other: Stated<Identifier>): number {
  return IDENTIFIER_SCHEMES.indexOf(one.value.scheme) - IDENTIFIER_SCHEMES.indexOf(other.value.scheme);
}

/**
 * The title that a field gives. Many rows of the catalogue have an address there, or nothing: then what the row calls the paper by
 * stands for it until a source says the title, its identifier (`arXiv:2005.01234`) or the address (`github.com/owner/name`).
 *
 * @param address what the row has for the paper's address; null where such an address tells nothing of it
 * @returns why there is none, where nothing tells the paper
 */
export function titleOrNameOf(
  field: string,
  written: unknown,
  identifiers: readonly Stated<Identifier>[],
  address: unknown,
): Stated<string> | string {
  const title = titleOf(field, written);
  if (typeof title !== 'string') return title;
  const [identifier] = [...identifiers].sort(byTelling);
  if (identifier !== undefined) {
    const { scheme, value } = identifier.value;
    return stated(field, keyOf(written) ?? '', `${NAMES[scheme]}:${value}`);
  }
  const [url] = [written, address].flatMap((each) => addressesOf(shortOf(each) ?? ''));
  if (url === undefined) return title;
  return stated(field, keyOf(written) ?? '', url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''));
}
