import { type Authors, authorsInText } from '../json/authors-in-text';
import { flagOf, type JsonObject, objectOf, objectsIn, shortOf, textOf, textsIn } from '../json/members';
import { nameOf } from '../names';
import type { RecordAuthor, Stated } from '../record';
import { stated } from '../stated';

/** So many authors OpenAlex names of a work in a list. */
const MOST_NAMED = 100;

/** The authors of a work, and whether they are all; or why it names none: `expected a list as authorships, got …`. */
export function authorsOfWork(work: JsonObject): Authors | string {
  const inText = authorsInText('authorships', work.authorships);
  if (inText !== null) return inText;
  const authorships = objectsIn(work.authorships);
  return {
    authors: authorships.flatMap((authorship) => authorOf(authorship) ?? []),
    hasAllAuthors: flagOf(work.is_authors_truncated) !== true && authorships.length !== MOST_NAMED,
  };
}

function authorOf(authorship: JsonObject): Stated<RecordAuthor> | null {
  const known = objectOf(authorship.author);
  const display = textOf(known?.display_name);
  const written = display ?? textOf(authorship.raw_author_name);
  const author = written === null ? null : nameOf(written);
  if (author === null) return null;
  const field = display === null ? 'authorships.raw_author_name' : 'authorships.author.display_name';
  const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i.exec(shortOf(known?.orcid)?.trim() ?? '')?.[0].toUpperCase() ?? null;
  const institutions = objectsIn(authorship.institutions).flatMap(({ display_name }) => textOf(display_name) ?? []);
  const affiliations = institutions.length > 0 ? institutions : textsIn(authorship.raw_affiliation_strings);
  return stated(field, written, { ...author, orcid, affiliations: [...new Set(affiliations)] });
}
