import { quote } from '../../file/digest-syntax-error';
import { authorOfParts, isOthers, nameOf } from '../names';
import { oneLine, withoutMarkup } from '../plain';
import type { RecordAuthor, RecordVersion, SourceRecord, Stated } from '../record';
import { stated } from '../stated';
import { childOf, childrenOf, textIn, textOf, type XmlElement } from '../xml/element';
import { arxivRecordOf, categoriesOf, dateOfVersion, type RecordPlaceInFile, writtenIn } from './arxiv-record';
import { readAuthorLine } from './author-line';

/** Errors that only say that there is nothing. */
const NOTHING_FOUND = 'noRecordsMatch';
const FORMS = ['arXivRaw', 'arXiv', 'arXivOld'];

/**
 * The record of an element of OAI-PMH; null for one that arXiv has deleted, which says nothing of a paper; or in what it is none:
 * `expected …, got …`.
 */
export function recordOfOai(element: XmlElement, place: RecordPlaceInFile): SourceRecord | string | null {
  if (element.name === 'error') return problemOf(element);
  if (element.name !== 'record') return `expected records of arXiv, got <${element.name}>, which has none`;
  const header = childOf(element, 'header');
  if (header?.attributes.status === 'deleted') return null;
  const metadata = childOf(element, 'metadata');
  const form = metadata?.children.find((child): child is XmlElement => typeof child !== 'string');
  if (form === undefined) return 'expected <metadata> in a record, got none';
  if (!FORMS.includes(form.name)) return `expected <arXivRaw> or <arXiv> in <metadata>, got <${form.name}>`;
  return ofForm(form, place);
}

function problemOf(error: XmlElement): string | null {
  const { code = 'an error' } = error.attributes;
  if (code === NOTHING_FOUND) return null;
  return `expected records of arXiv, got the error ${code}: ${quote(textOf(error))}`;
}

function ofForm(form: XmlElement, place: RecordPlaceInFile): SourceRecord | string {
  const field = (name: string) => writtenIn(name, textIn(form, name));
  const versions = versionsIn(form);
  const record = arxivRecordOf(
    place,
    {
      id: field('id'),
      title: field('title'),
      abstract: field('abstract'),
      comments: field('comments'),
      journal: field('journal-ref'),
      doi: field('doi'),
    },
    {
      ...authorsIn(form),
      publishedOn: publishedOn(form, versions),
      categories: categoriesOf('categories', textIn(form, 'categories')?.split(/\s+/) ?? []),
      versions,
    },
  );
  return typeof record === 'string' || record.isWithdrawn ? record : { ...record, isWithdrawn: withdrawalOf(form) };
}

function versionsIn(form: XmlElement): Stated<RecordVersion>[] {
  return childrenOf(form, 'version').flatMap((version) => {
    const number = Number(/^v?(\d{1,4})$/.exec(version.attributes.version ?? '')?.[1] ?? 0);
    const written = textIn(version, 'date') ?? '';
    return number === 0 ? [] : [stated('version', written, { number, date: dateOfVersion(written) })];
  });
}

function publishedOn(form: XmlElement, versions: readonly Stated<RecordVersion>[]): Stated<string> | null {
  const first = versions.find(({ value }) => value.number === 1);
  if (first?.value.date) return stated('version', first.asWritten, first.value.date);
  const created = textIn(form, 'created');
  const date = created === null ? null : dateOfVersion(created);
  return date === null ? null : stated('created', created, date);
}

/** A version without a source is one by which the paper was withdrawn. */
function withdrawalOf(form: XmlElement): Stated<true> | null {
  const newest = childrenOf(form, 'version').at(-1);
  const size = newest && textIn(newest, 'size');
  return size && /^0\s?kb$/i.test(size) ? stated('version.size', size, true) : null;
}

function authorsIn(form: XmlElement): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const list = childOf(form, 'authors');
  if (list === undefined) return { authors: [], hasAllAuthors: true };
  const elements = childrenOf(list, 'author');
  return elements.length > 0 ? authorsOfElements(elements) : authorsOfLine(textOf(list));
}

function authorsOfElements(elements: readonly XmlElement[]): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const authors: Stated<RecordAuthor>[] = [];
  let hasAllAuthors = true;
  for (const element of elements) {
    const [family, given, suffix] = ['keyname', 'forenames', 'suffix'].map((name) => textIn(element, name));
    const written = [family, given, suffix].filter((part) => part).join(', ');
    // A group, or a person of one name, has nothing before it.
    const author = given === null ? nameOf(written) : authorOfParts({ family, given, suffix });
    const affiliations = childrenOf(element, 'affiliation').flatMap((one) => oneLine(withoutMarkup(textOf(one))) || []);
    if (isOthers(written)) hasAllAuthors = false;
    if (author !== null) authors.push(stated('authors', written, { ...author, affiliations }));
  }
  return { authors, hasAllAuthors };
}

function authorsOfLine(line: string): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const { authors, hasAll } = readAuthorLine(line);
  const read = authors.flatMap(({ name, affiliations }) => {
    const author = nameOf(name);
    return author === null ? [] : [stated('authors', name, { ...author, affiliations })];
  });
  return { authors: read, hasAllAuthors: hasAll };
}
