import { quote } from '../../file/digest-syntax-error';
import { type Authors, authorsInText } from '../json/authors-in-text';
import { type JsonObject, objectOf, objectsIn, shortOf, textOf, textsIn } from '../json/members';
import { type ObjectPlace, type ObjectReading, titleOf } from '../json/read-objects';
import { authorOfParts, nameOf } from '../names';
import { oneLine, statedLine, withoutMarkup } from '../plain';
import type { RecordAuthor, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { crossrefDate } from './crossref-dates';
import { crossrefIdentifiers, crossrefLinks } from './crossref-links';
import { jatsAbstract } from './jats-abstract';

const ORCID = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i;
/** Notices that undo a work. */
const UNDONE = /^(?:retraction|withdrawal|removal)$/;
/** What publishers put before the title of a work that they have taken back. */
const TAKEN_BACK = /^\W{0,2}(?:retracted|withdrawn)(?:\s+(?:article|paper|chapter))?\s*[:\])]/i;

/** The record of a work, or of an answer of the API with one. */
export function workOfCrossref(object: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  if (object.status === 'failed' || object.status === 'error') {
    return `expected a work, got an answer with the status ${quote(String(object.status))}`;
  }
  const work = objectOf(object.message) ?? object;
  const title = titleOf('title', textsIn(work.title)[0]);
  if (typeof title === 'string') return title;
  const authors = authorsOf(work.author);
  if (typeof authors === 'string') return authors;
  const abstract = textOf(work.abstract);
  const text = abstract === null ? '' : jatsAbstract(abstract);
  return {
    ...recordOf(number, line, title),
    key: shortOf(work.DOI),
    abstract: text === '' ? null : stated('abstract', abstract, text),
    ...authors,
    identifiers: crossrefIdentifiers(work),
    publishedOn: crossrefDate(work),
    venue: venueOf(work),
    keywords: [...new Set(textsIn(work.subject).map(oneLine))].map((word) => stated('subject', word, word)),
    isWithdrawn: withdrawalOf(work, title),
    links: crossrefLinks(work),
  };
}

function authorsOf(written: unknown): Authors | string {
  const inText = authorsInText('author', written);
  if (inText !== null) return inText;
  return { authors: objectsIn(written).flatMap((author) => authorOf(author) ?? []), hasAllAuthors: true };
}

function authorOf(written: JsonObject): Stated<RecordAuthor> | null {
  const [given, family, suffix, group] = ['given', 'family', 'suffix', 'name'].map((part) => textOf(written[part]));
  const isGroup = !family && group;
  const author = isGroup ? nameOf(`{${group}}`) : authorOfParts({ given, family, suffix });
  if (author === null) return null;
  const orcid = ORCID.exec(shortOf(written.ORCID) ?? '')?.[0].toUpperCase() ?? null;
  const affiliations = objectsIn(written.affiliation).map(({ name }) => oneLine(withoutMarkup(textOf(name) ?? '')));
  const names = isGroup ? { name: group } : { given, family, suffix: suffix ?? undefined };
  return stated('author', names, { ...author, orcid, affiliations: affiliations.filter((name) => name !== '') });
}

function venueOf(work: JsonObject): Stated<string> | null {
  const event = objectOf(work.event)?.name;
  const names = [
    ...textsIn(work['container-title']).map((name) => ['container-title', name] as const),
    ['event.name', event] as const,
  ];
  for (const [field, written] of names) {
    const name = textOf(written);
    if (name !== null && isVenue(name)) return statedLine(field, name, withoutMarkup(name));
  }
  return null;
}

/** Whether a notice undoes the work, or its publisher has written that into its title. */
function withdrawalOf(work: JsonObject, title: Stated<string>): Stated<true> | null {
  const notice = objectsIn(work['updated-by']).find(({ type }) => UNDONE.test(textOf(type) ?? ''));
  if (notice !== undefined) return stated('updated-by', textOf(notice.type), true);
  return TAKEN_BACK.test(title.value) ? stated('title', title.value, true) : null;
}
