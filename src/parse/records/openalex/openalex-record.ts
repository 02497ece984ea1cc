import { addressesOf } from '../addresses';
import { Identifiers, Links } from '../collected';
import { identifierAs, identifierOf } from '../identifiers';
import { flagOf, type JsonObject, keyOf, objectOf, objectsIn, shortOf, textOf, textsIn } from '../json/members';
import { type ObjectPlace, type ObjectReading, titleOf } from '../json/read-objects';
import { dateOfTime } from '../json/times';
import { oneLine, statedLine, statedParagraphs, withoutMarkup } from '../plain';
import type { Identifier, RecordLink, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { invertedAbstract } from './inverted-abstract';
import { authorsOfWork } from './openalex-authors';

/** Where a work lies that is in no journal and no book: archives, and lists of other catalogues. */
const NO_VENUE = /^(?:repository|metadata)$/;

/** The record of a work. */
export function workOfOpenAlex(work: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  const own = titleOf('title', work.title);
  const title = typeof own === 'string' ? titleOf('display_name', work.display_name) : own;
  if (typeof title === 'string') return title;
  const authors = authorsOfWork(work);
  if (typeof authors === 'string') return authors;
  const abstract = invertedAbstract(work.abstract_inverted_index) ?? textOf(work.abstract);
  const field = objectOf(work.abstract_inverted_index) === null ? 'abstract' : 'abstract_inverted_index';
  return {
    ...recordOf(number, line, title),
    key: identifierAs('OPENALEX', shortOf(work.id) ?? '')?.value ?? keyOf(work.id),
    abstract: abstract === null ? null : statedParagraphs(field, abstract, withoutMarkup(abstract)),
    ...authors,
    identifiers: identifiersOf(work),
    publishedOn: dateOf(work),
    venue: venueOf(work),
    keywords: keywordsOf(work),
    isWithdrawn: flagOf(work.is_retracted) === true ? stated('is_retracted', true, true) : null,
    links: linksOf(work),
  };
}

function locationsOf(work: JsonObject): (readonly [string, JsonObject])[] {
  const single = ['primary_location', 'best_oa_location'].flatMap((name) => {
    const location = objectOf(work[name]);
    return location === null ? [] : [[name, location] as const];
  });
  return [...single, ...objectsIn(work.locations).map((location) => ['locations', location] as const)];
}

/** Another DOI than the work's own, at one of its locations, is that of another edition or of a copy. */
function identifiersOf(work: JsonObject): Stated<Identifier>[] {
  const identifiers = new Identifiers();
  const ids = objectOf(work.ids) ?? {};
  identifiers.add('id', work.id, identifierAs('OPENALEX', shortOf(work.id) ?? ''));
  identifiers.add('doi', work.doi, identifierOf(shortOf(work.doi) ?? ''));
  identifiers.add('ids.openalex', ids.openalex, identifierAs('OPENALEX', shortOf(ids.openalex) ?? ''));
  identifiers.add('ids.doi', ids.doi, identifierOf(shortOf(ids.doi) ?? ''));
  identifiers.add('ids.pmid', ids.pmid, identifierAs('PUBMED', keyOf(ids.pmid) ?? ''));
  for (const [field, location] of locationsOf(work)) {
    for (const name of ['landing_page_url', 'pdf_url']) {
      const found = identifierOf(shortOf(location[name]) ?? '');
      if (found?.scheme !== 'DOI') identifiers.add(`${field}.${name}`, location[name], found);
    }
  }
  return identifiers.stated;
}

function dateOf(work: JsonObject): Stated<string> | null {
  for (const name of ['publication_date', 'publication_year']) {
    const date = dateOfTime(work[name]);
    if (date !== null) return stated(name, work[name], date);
  }
  return null;
}

function venueOf(work: JsonObject): Stated<string> | null {
  const source = objectOf(objectOf(work.primary_location)?.source) ?? objectOf(work.host_venue);
  const name = textOf(source?.display_name);
  if (source === null || name === null || NO_VENUE.test(textOf(source.type) ?? '') || !isVenue(name)) return null;
  return statedLine('primary_location.source.display_name', name, withoutMarkup(name));
}

/** Its keywords; in works of 2024 they have another name, elsewhere they are texts. */
function keywordsOf(work: JsonObject): Stated<string>[] {
  const words = [
    ...textsIn(work.keywords),
    ...objectsIn(work.keywords).map((one) => textOf(one.display_name ?? one.keyword) ?? ''),
  ];
  const distinct = new Set(words.map(oneLine).filter((word) => word !== ''));
  return [...distinct].map((word) => stated('keywords', word, word));
}

function linksOf(work: JsonObject): Stated<RecordLink>[] {
  const links = new Links();
  for (const [field, location] of locationsOf(work)) {
    for (const [name, role] of [
      ['landing_page_url', 'LANDING'],
      ['pdf_url', 'PDF'],
    ] as const) {
      for (const url of addressesOf(shortOf(location[name]) ?? '')) links.add(`${field}.${name}`, url, role);
    }
  }
  return links.stated;
}
