import { authorsOf as authorsIn, listedNames } from '../name-lists';
import { authorOfParts, isOthers, nameOf, wholeName } from '../names';
import type { RecordAuthor, SourceRecord } from '../record';
import { stated } from '../stated';
import { type CslItem, cslItem } from './csl-item';

const ORCID = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i;

/** The authors of an item: names in parts, or literal ones; in some files a text that lists them. */
export function authorsOf(item: CslItem): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const list = item.value('author');
  if (typeof list === 'string') return authorsIn('author', listedNames(list));
  const authors: SourceRecord['authors'] = [];
  let hasAllAuthors = true;
  for (const value of item.list('author')) {
    if (isOthers(onlyName(value))) hasAllAuthors = false;
    else {
      const author = authorOf(value);
      if (author !== null) authors.push(stated('author', value, author));
    }
  }
  return { authors, hasAllAuthors };
}

/** The name of an author who has but one; a group's, and what stands in the place of others. */
function onlyName(value: unknown): string {
  if (typeof value === 'string') return value;
  const name = cslItem(value);
  return name?.text('given') ? '' : (name?.first('literal', 'name', 'family')?.text ?? '');
}

function authorOf(value: unknown): RecordAuthor | null {
  if (typeof value === 'string') return nameOf(value);
  const name = cslItem(value);
  if (name === null) return null;
  const literal = name.first('literal', 'name');
  const particles = [name.text('dropping-particle'), name.text('non-dropping-particle')];
  const author =
    authorOfParts({
      given: name.text('given'),
      particle: particles.filter((particle) => particle !== null).join(' '),
      family: name.text('family'),
      suffix: name.text('suffix'),
    }) ??
    (literal && wholeName(literal.text));
  if (!author) return null;
  const orcid = ORCID.exec(name.text('ORCID') ?? '')?.[1]?.toUpperCase() ?? null;
  const affiliations = name.list('affiliation').flatMap((place) => {
    const text = typeof place === 'string' ? place : cslItem(place)?.text('name');
    return text ? [text.trim()] : [];
  });
  return { ...author, orcid, affiliations };
}
