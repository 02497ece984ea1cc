import { type JsonObject, keyOf, listOf, objectOf, textOf, textsIn } from '../json/members';
import { authorOfParts, isOthers, nameOf } from '../names';
import type { RecordAuthor, RecordVersion, SourceRecord, Stated } from '../record';
import { stated } from '../stated';
import {
  arxivRecordOf,
  categoriesOf,
  dateOfVersion,
  type RecordPlaceInFile,
  type Written,
  writtenIn,
} from './arxiv-record';
import { type AuthorLine, affiliationsOf, readAuthorLine } from './author-line';

/** The record of a line of the snapshot; or in what it is none: `expected …, got …`. */
export function recordOfLine(object: JsonObject, place: RecordPlaceInFile): SourceRecord | string {
  const field = (name: string, other = name): Written | null =>
    writtenIn(name, textOf(object[name])) ?? writtenIn(other, textOf(object[other]));
  const versions = versionsOf(listOf(object.versions));
  const first = versions.find(({ value }) => value.number === 1 && value.date !== null);
  return arxivRecordOf(
    place,
    {
      id: writtenIn('id', keyOf(object.id)),
      title: field('title'),
      abstract: field('abstract'),
      comments: field('comments'),
      journal: field('journal-ref', 'journal_ref'),
      doi: field('doi'),
    },
    {
      ...authorsOf(object),
      publishedOn: first ? stated(first.field, first.asWritten, first.value.date as string) : null,
      categories: categoriesOf(
        'categories',
        textsIn(object.categories).flatMap((text) => text.split(/\s+/)),
      ),
      versions,
    },
  );
}

/** Versions with their times; of the first snapshots (`["v1", "v2"]`) the numbers alone. */
function versionsOf(list: readonly unknown[]): Stated<RecordVersion>[] {
  return list.flatMap((element) => {
    const { version = element, created } = objectOf(element) ?? {};
    const number = Number(/^v?(\d{1,4})$/.exec(keyOf(version) ?? '')?.[1] ?? 0);
    if (number === 0) return [];
    const written = textOf(created);
    return [stated('versions', written ?? version, { number, date: written === null ? null : dateOfVersion(written) })];
  });
}

/** The names that arXiv parted; where it did not, those of its line of authors. */
function authorsOf(object: JsonObject): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const names = textsIn(object.authors);
  const line = readAuthorLine(names.join(', '));
  const parted = listOf(object.authors_parsed).flatMap((parts) => partedAuthor(parts, line) ?? []);
  const authors = parted.length > 0 ? parted : authorsOfLine(line);
  return { authors, hasAllAuthors: line.hasAll };
}

/** `[family, given, suffix, affiliation, …]`. */
function partedAuthor(written: unknown, line: AuthorLine): Stated<RecordAuthor> | null {
  const [family = '', given = '', suffix = '', ...affiliations] = listOf(written).map((part) => textOf(part) ?? '');
  const parts = { family, given: given.replace(INITIALS_APART, '$1-'), suffix };
  // A group, or a person of one name, has nothing before it.
  const author = given === '' ? nameOf([family, suffix].join(' ')) : authorOfParts(parts);
  if (author === null || isOthers(author.name)) return null;
  return stated('authors_parsed', written, {
    ...author,
    affiliations: affiliations.flatMap((affiliation) => affiliationsOf(affiliation, line.numbered)),
  });
}

/** The parting puts a blank behind every full stop: `C.-P.` became `C. -P.` */
const INITIALS_APART = /(\p{L}\.) -(?=\p{Lu})/gu;

function authorsOfLine(line: AuthorLine): Stated<RecordAuthor>[] {
  return line.authors.flatMap(({ name, affiliations }) => {
    const author = nameOf(name);
    return author === null ? [] : [stated('authors', name, { ...author, affiliations })];
  });
}
