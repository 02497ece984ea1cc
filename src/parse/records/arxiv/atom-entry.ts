import { quote } from '../../file/digest-syntax-error';
import { arxivVersionIn } from '../arxiv-identifiers';
import { authorsOf, listedNames } from '../name-lists';
import { isOthers, nameOf } from '../names';
import { oneLine, withoutMarkup } from '../plain';
import type { RecordAuthor, RecordLink, RecordVersion, SourceRecord, Stated } from '../record';
import { linkOf, stated } from '../stated';
import { childrenOf, textIn, textOf, type XmlElement } from '../xml/element';
import { arxivRecordOf, categoriesOf, dateOfVersion, type RecordPlaceInFile, writtenIn } from './arxiv-record';

/** What the daily feeds put before the abstract. */
const ANNOUNCEMENT = /^\s*arXiv:\S+\s+Announce Type:[^\n]*?\s*(?:\n\s*)?Abstract:\s*/i;

/** The record of an entry of arXiv's Atom; or in what it is none, as where arXiv answers with an error: `expected …, got …`. */
export function recordOfEntry(entry: XmlElement, place: RecordPlaceInFile): SourceRecord | string {
  const id = textIn(entry, 'id');
  const summary = textIn(entry, 'summary');
  if (id !== null && /\/api\/errors\b/.test(id)) {
    return `expected an entry of a paper, got an error of arXiv: ${quote(summary ?? id)}`;
  }
  const published = publishedOn(entry);
  const primary = childrenOf(entry, 'primary_category');
  const categories = [...primary, ...childrenOf(entry, 'category')].map(({ attributes }) => attributes.term ?? '');
  return arxivRecordOf(
    place,
    {
      id: writtenIn('id', id),
      title: writtenIn('title', textIn(entry, 'title')),
      abstract: writtenIn('summary', summary?.replace(ANNOUNCEMENT, '') ?? null),
      comments: writtenIn('arxiv:comment', textIn(entry, 'comment')),
      journal: writtenIn('arxiv:journal_ref', textIn(entry, 'journal_ref')),
      doi: writtenIn('arxiv:doi', textIn(entry, 'doi')),
    },
    {
      ...authorsIn(entry),
      publishedOn: published,
      categories: categoriesOf('category', categories),
      versions: versionsOf(id ?? '', published, textIn(entry, 'updated')),
      links: linksIn(entry),
    },
  );
}

/** The daily feeds give the day on which a version was announced, which is not that of the first one. */
function publishedOn(entry: XmlElement): Stated<string> | null {
  const published = textIn(entry, 'published');
  const date = published === null || textIn(entry, 'announce_type') !== null ? null : dateOfVersion(published);
  return date === null ? null : stated('published', published, date);
}

function versionsOf(id: string, published: Stated<string> | null, updated: string | null): Stated<RecordVersion>[] {
  const first =
    published === null ? [] : [stated('published', published.asWritten, { number: 1, date: published.value })];
  const number = arxivVersionIn(id);
  if (number === null) return first;
  const isFirst = number === 1 && first.length > 0;
  const date = updated === null || published === null ? null : dateOfVersion(updated);
  return isFirst ? first : [...first, stated('id', id, { number, date })];
}

function authorsIn(entry: XmlElement): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const elements = childrenOf(entry, 'author');
  const creators = textIn(entry, 'creator');
  if (elements.length === 0 && creators !== null) return authorsOf('dc:creator', listedNames(creators));
  const authors: Stated<RecordAuthor>[] = [];
  let hasAllAuthors = true;
  for (const element of elements) {
    const name = textIn(element, 'name') ?? '';
    const author = nameOf(name);
    if (isOthers(name)) hasAllAuthors = false;
    if (author !== null) authors.push(stated('author', name, { ...author, affiliations: affiliationsIn(element) }));
  }
  return { authors, hasAllAuthors };
}

function affiliationsIn(author: XmlElement): string[] {
  return childrenOf(author, 'affiliation').flatMap((affiliation) => oneLine(withoutMarkup(textOf(affiliation))) || []);
}

/** The page of the paper and its PDF; the address of a DOI is an identifier. */
function linksIn(entry: XmlElement): Stated<RecordLink>[] {
  return childrenOf(entry, 'link').flatMap(({ attributes: { href = '', rel = 'alternate', title } }) => {
    const role = title === 'pdf' ? 'PDF' : rel === 'alternate' ? 'LANDING' : null;
    return role === null || !/^https?:\/\/\S+$/.test(href) ? [] : [stated('link', href, linkOf(href, role))];
  });
}
