import { addressesOf } from '../addresses';
import { arxivIdentifierOf } from '../arxiv-identifiers';
import { Identifiers, Links } from '../collected';
import { dateOf } from '../dates';
import { identifierOf } from '../identifiers';
import { nameOf } from '../names';
import { isNothing, oneLine, statedLine } from '../plain';
import type { RecordAuthor, SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { childOf, childrenOf, textIn, textOf, type XmlElement } from '../xml/element';

/** Volumes, and pages of persons. */
const NO_PAPERS = new Set(['proceedings', 'www', 'person']);
const ORCID = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;
/** The full stop that DBLP puts behind a title; not the last of three. */
const FULL_STOP = /(?<!\.)\.$/;

/** The record of an element of DBLP; null for one that is no paper; or in what it is none: `expected …, got …`. */
export function recordOfDblp(
  element: XmlElement,
  { number, line }: { number: number; line: number },
): SourceRecord | string | null {
  if (NO_PAPERS.has(element.name)) return null;
  const { key, publtype } = element.attributes;
  const title = titleOf(element);
  if (title === null) return `expected a <title>${key ? ` of ${key}` : ''}, got none`;
  const isWithdrawn = /\b(?:withdrawn|retracted)\b/.test(publtype ?? '');
  return {
    ...recordOf(number, line, title),
    key: key ?? null,
    authors: childrenOf(element, 'author').flatMap((author) => authorOf(author) ?? []),
    identifiers: identifiersOf(element, key ?? ''),
    publishedOn: publishedOn(element),
    venue: venueOf(element),
    isWithdrawn: isWithdrawn ? stated('publtype', publtype, true) : null,
    links: linksOf(element),
  };
}

function titleOf(element: XmlElement): Stated<string> | null {
  const title = childOf(element, 'title');
  if (title === undefined) return null;
  const written = textOf(title);
  return statedLine('title', written, oneLine(written).replace(FULL_STOP, ''));
}

function authorOf(element: XmlElement): Stated<RecordAuthor> | null {
  const written = textOf(element).trim();
  const author = nameOf(written);
  if (author === null) return null;
  const orcid = ORCID.exec(element.attributes.orcid ?? '')?.[0] ?? null;
  return stated('author', written, { ...author, orcid });
}

/** The key names the record of DBLP; addresses of editions name the paper, and the volume of CoRR is its identifier on arXiv. */
function identifiersOf(element: XmlElement, key: string): SourceRecord['identifiers'] {
  const identifiers = new Identifiers();
  const volume = textIn(element, 'volume');
  if (volume !== null && isCorr(element)) {
    identifiers.add('volume', volume, arxivIdentifierOf(volume.replace(/^abs\//, '')));
  }
  for (const edition of childrenOf(element, 'ee')) {
    const written = textOf(edition);
    for (const url of addressesOf(written)) identifiers.add('ee', written.trim(), identifierOf(url));
  }
  if (key !== '') identifiers.add('key', key, { scheme: 'DBLP', value: key });
  return identifiers.stated;
}

function isCorr(element: XmlElement): boolean {
  return /^corr$|^arxiv\b/i.test(textIn(element, 'journal') ?? '');
}

function publishedOn(element: XmlElement): Stated<string> | null {
  const year = textIn(element, 'year');
  const date = dateOf(year, monthOf(textIn(element, 'month')));
  if (date === null) return null;
  return date.length > 4 ? stated('month', `${textIn(element, 'month')} ${year}`, date) : stated('year', year, date);
}

/** Of several months (`May/June`) none is said. */
function monthOf(written: string | null): string | null {
  return written !== null && /^(?:\p{L}{3,9}\.?|\d{1,2})$/u.test(written) ? written : null;
}

/** Books are their own venue, and theses have none. */
function venueOf(element: XmlElement): Stated<string> | null {
  const field = element.name === 'article' || element.name === 'data' ? 'journal' : 'booktitle';
  if (!['article', 'data', 'inproceedings', 'incollection'].includes(element.name)) return null;
  const written = textIn(element, field);
  return written === null || isNothing(written) || !isVenue(oneLine(written))
    ? null
    : statedLine(field, written, written);
}

/** Addresses that name no paper in a catalogue. Of a record of data they lead to it, be it code or numbers. */
function linksOf(element: XmlElement): SourceRecord['links'] {
  const links = new Links();
  for (const edition of childrenOf(element, 'ee')) {
    for (const url of addressesOf(textOf(edition))) {
      const scheme = identifierOf(url)?.scheme;
      if (scheme !== 'DOI') links.add('ee', url, element.name === 'data' ? 'DATA' : 'LANDING');
    }
  }
  return links.stated;
}
