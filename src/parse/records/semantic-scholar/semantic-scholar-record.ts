import { addressesOf } from '../addresses';
import { withdrawalIn } from '../arxiv/withdrawn';
import { Identifiers, Links } from '../collected';
import { identifierAs, identifierOf } from '../identifiers';
import { type Authors, authorsInText } from '../json/authors-in-text';
import { type JsonObject, keyOf, listOf, objectOf, shortOf, textOf, textsIn } from '../json/members';
import { type ObjectPlace, type ObjectReading, titleOf } from '../json/read-objects';
import { dateOfTime } from '../json/times';
import { nameOf } from '../names';
import { statedLine, statedParagraphs, withoutMarkup } from '../plain';
import type { Identifier, IdentifierScheme, RecordAuthor, RecordLink, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';

/** Other catalogues by the names that Semantic Scholar has for them. */
const CATALOGUES: readonly (readonly [string, IdentifierScheme])[] = [
  ['ACL', 'ACL'],
  ['DBLP', 'DBLP'],
  ['PubMed', 'PUBMED'],
];

/** The record of a paper, or of one that another cites or is cited by. */
export function paperOfSemanticScholar(object: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  const paper = objectOf(object.citingPaper) ?? objectOf(object.citedPaper) ?? object;
  const title = titleOf('title', paper.title);
  if (typeof title === 'string') return title;
  const authors = authorsOf(paper.authors);
  if (typeof authors === 'string') return authors;
  const written = textOf(paper.abstract);
  const abstract = written === null ? null : statedParagraphs('abstract', written, withoutMarkup(written));
  return {
    ...recordOf(number, line, title),
    key: keyOf(paper.paperId) ?? keyOf(member(paper, 'corpusId')),
    abstract,
    ...authors,
    identifiers: identifiersOf(paper),
    publishedOn: dateOf(paper),
    venue: venueOf(paper),
    isWithdrawn: withdrawalIn({ comments: null, title, abstract }),
    links: linksOf(paper),
  };
}

/** Names of the graph API are in camel case, those of the data sets in lower case. */
function member(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.toLowerCase()];
}

function authorsOf(written: unknown): Authors | string {
  const inText = authorsInText('authors', written);
  if (inText !== null) return inText;
  const authors = listOf(written).flatMap((one) => authorOf(objectOf(one) ?? { name: one }) ?? []);
  return { authors, hasAllAuthors: true };
}

function authorOf(written: JsonObject): Stated<RecordAuthor> | null {
  const name = textOf(written.name);
  const author = name === null ? null : nameOf(name);
  if (author === null) return null;
  const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(shortOf(objectOf(written.externalIds)?.ORCID) ?? '')?.[0] ?? null;
  const affiliations = textsIn(written.affiliations);
  return stated('authors.name', name, { ...author, orcid: orcid?.toUpperCase() ?? null, affiliations });
}

function identifiersOf(paper: JsonObject): Stated<Identifier>[] {
  const identifiers = new Identifiers();
  const others = objectOf(member(paper, 'externalIds')) ?? {};
  const field = paper.externalIds === undefined ? 'externalids' : 'externalIds';
  const add = (name: string, read: (text: string) => Identifier | null): void => {
    const written = keyOf(others[name]);
    if (written !== null) identifiers.add(`${field}.${name}`, others[name], read(written));
  };
  const arxiv = keyOf(others.ArXiv);
  if (arxiv !== null) identifiers.addArxiv(`${field}.ArXiv`, others.ArXiv, arxiv);
  add('DOI', identifierOf);
  for (const [name, scheme] of CATALOGUES) add(name, (text) => identifierAs(scheme, text));
  identifiers.add('paperId', paper.paperId, identifierAs('SEMANTIC_SCHOLAR', shortOf(paper.paperId) ?? ''));
  identifiers.add('url', paper.url, identifierOf(shortOf(paper.url) ?? ''));
  return identifiers.stated;
}

function dateOf(paper: JsonObject): Stated<string> | null {
  for (const name of ['publicationDate', 'publicationdate', 'year']) {
    const date = dateOfTime(paper[name]);
    if (date !== null) return stated(name, paper[name], date);
  }
  return null;
}

function venueOf(paper: JsonObject): Stated<string> | null {
  const names = {
    venue: paper.venue,
    'publicationVenue.name': objectOf(paper.publicationVenue)?.name,
    'journal.name': objectOf(paper.journal)?.name,
  };
  for (const [field, written] of Object.entries(names)) {
    const name = textOf(written);
    if (name !== null) return isVenue(name) ? statedLine(field, name, withoutMarkup(name)) : null;
  }
  return null;
}

function linksOf(paper: JsonObject): Stated<RecordLink>[] {
  const links = new Links();
  for (const url of addressesOf(shortOf(objectOf(paper.openAccessPdf)?.url) ?? '')) {
    links.add('openAccessPdf.url', url, 'PDF');
  }
  return links.stated;
}
