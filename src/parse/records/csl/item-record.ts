import { addressesIn, addressesOf } from '../addresses';
import { arxivIdentifierIn, arxivIdentifierInNote, arxivVersionIn, isArxiv } from '../arxiv-identifiers';
import { Identifiers, Links } from '../collected';
import { identifierAs, identifierOf } from '../identifiers';
import { statedKeywords } from '../keywords';
import { statedLine, statedParagraphs, withoutMarkup } from '../plain';
import type { RecordLink, SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { authorsOf } from './csl-authors';
import { issuedOn } from './csl-date';
import type { CslItem } from './csl-item';

/** What appears somewhere that is no venue. */
const NOT_IN_VENUES = /^(?:webpage|post|post-weblog|software|dataset)$/;
/** The heading that Crossref's abstracts have. */
const HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)\s*<\/(?:jats:)?title>/i;
/** What is kept beside the schema, and what it is. */
const CUSTOM: Readonly<Record<string, RecordLink['role']>> = {
  code: 'CODE',
  repository: 'CODE',
  github: 'CODE',
  software: 'CODE',
  project: 'PROJECT',
  homepage: 'PROJECT',
  website: 'PROJECT',
  dataset: 'DATA',
};

/** What an item of CSL-JSON says of a paper; null where it has no title. */
export function itemRecord(item: CslItem, number: number, line: number): SourceRecord | null {
  const titled = item.text('title');
  const title = titled === null ? null : statedLine('title', titled, withoutMarkup(titled));
  if (title === null) return null;
  const abstract = item.text('abstract');
  const keywords = item.list('keyword').filter((word) => typeof word === 'string');
  return {
    ...recordOf(number, line, title),
    key: item.text('id')?.trim() ?? null,
    abstract:
      abstract === null ? null : statedParagraphs('abstract', abstract, withoutMarkup(abstract.replace(HEADING, ''))),
    ...authorsOf(item),
    identifiers: identifiersOf(item),
    publishedOn: issuedOn(item),
    venue: venueOf(item),
    keywords: statedKeywords('keyword', keywords.join('\n'), keywords.length > 1 ? 'ARE_TEXT' : 'PART_TOO'),
    versions: versionsOf(item),
    links: linksOf(item),
  };
}

function identifiersOf(item: CslItem): SourceRecord['identifiers'] {
  const found = new Identifiers();
  const add = (names: string[], read: (text: string) => Parameters<Identifiers['add']>[2]): void => {
    for (const name of names) {
      const text = item.text(name);
      if (text !== null) found.add(name, text, read(text));
    }
  };
  const addArxiv = (...names: string[]): void => {
    for (const name of names) {
      const text = item.text(name);
      if (text !== null) found.addArxiv(name, text, text);
    }
  };
  addArxiv('arxiv', 'arXiv', 'arxiv-id');
  add(['DOI', 'doi'], identifierOf);
  const url = item.text('URL');
  for (const address of addressesOf(url ?? '')) found.add('URL', url, identifierOf(address));
  // A number is one of arXiv's where arXiv is named as such.
  const isOnArxiv = ['publisher', 'archive', 'container-title'].some((name) => isArxiv(item.text(name) ?? ''));
  if (isOnArxiv) addArxiv('number', 'archive_location', 'archive-location', 'volume', 'page');
  add(['number', 'archive_location', 'archive-location'], arxivIdentifierIn);
  add(['container-title', 'volume', 'page', 'collection-title', 'archive', 'genre'], arxivIdentifierIn);
  add(['note'], arxivIdentifierInNote);
  add(['PMID'], (text) => identifierAs('PUBMED', text));
  return found.stated;
}

function venueOf(item: CslItem): Stated<string> | null {
  if (NOT_IN_VENUES.test(item.text('type') ?? '')) return null;
  for (const name of ['container-title', 'event-title', 'event']) {
    const written = item.text(name);
    const text = written === null ? '' : withoutMarkup(written);
    const venue = isVenue(text) ? statedLine(name, written ?? '', text) : null;
    if (venue !== null) return venue;
  }
  return null;
}

function versionsOf(item: CslItem): SourceRecord['versions'] {
  const { name, text } =
    ['number', 'URL'].map((member) => item.first(member)).find((member) => member && arxivVersionIn(member.text)) ?? {};
  const version = text === undefined ? null : arxivVersionIn(text);
  return version === null || name === undefined ? [] : [stated(name, text, { number: version, date: null })];
}

function linksOf(item: CslItem): SourceRecord['links'] {
  const links = new Links();
  for (const url of addressesOf(item.text('URL') ?? '')) links.add('URL', url, 'LANDING');
  const custom = item.item('custom');
  for (const [name, role] of Object.entries(CUSTOM)) {
    for (const [way, holder] of [
      [name, item],
      [`custom.${name}`, custom],
    ] as const) {
      for (const url of addressesOf(holder?.text(name) ?? '')) links.add(way, url, role);
    }
  }
  for (const { url, role } of addressesIn(item.text('note') ?? '')) links.add('note', url, role);
  return links.stated;
}
