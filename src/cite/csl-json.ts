import { type AuthorName, authorNames } from './author-name';
import { citationKey } from './citation-key';
import type { CitedPaper } from './cited-paper';
import { dateOf, type Publication, publicationOf } from './publication';
import { paragraphsOf, readable, titleOf } from './texts';
import { addressOf, codeAddressesOf } from './web-address';

const TYPES: Readonly<Record<Publication['kind'], string>> = {
  JOURNAL: 'article-journal',
  PROCEEDINGS: 'paper-conference',
  PREPRINT: 'article',
  UNKNOWN: 'article',
};

/**
 * A paper as an item of CSL-JSON on one line, by the schema of CSL 1.0 (`csl-data.json`). arXiv is the publisher of what appeared
 * nowhere else, and stands in the note of the rest; addresses of code stand in `custom.code`, and in the note for who reads
 * none of that.
 */
export function cslItem(paper: CitedPaper): string {
  const publication = publicationOf(paper);
  const code = codeAddressesOf(paper);
  const isPreprint = publication.kind === 'PREPRINT';
  const item = {
    id: citationKey(paper),
    type: TYPES[publication.kind],
    title: escaped(readable(titleOf(paper))),
    author: listed(authorNames(paper.authors).map(nameVariable)),
    issued: issued(paper),
    'container-title': publication.venue === null ? undefined : escaped(publication.venue),
    publisher: isPreprint ? 'arXiv' : undefined,
    number: isPreprint ? `arXiv:${paper.arxivId}` : undefined,
    DOI: filled(readable(paper.doi ?? '')),
    URL: addressOf(paper) ?? undefined,
    abstract: filled(
      paragraphsOf(paper.abstract ?? '')
        .map((paragraph) => escaped(readable(paragraph)))
        .join('\n\n'),
    ),
    keyword: filled(
      paper.keywords
        .map(readable)
        .filter((word) => word !== '')
        .join(', '),
    ),
    note: filled(noteLines(paper, isPreprint, code).join('\n')),
    custom: code.length === 0 ? undefined : { code },
  };
  // A page may have the file within a script, whose end must not stand in it.
  return JSON.stringify(item).replaceAll('<', '\\u003c');
}

function noteLines({ arxivId, primaryCategory }: CitedPaper, isPreprint: boolean, code: readonly string[]): string[] {
  const category = primaryCategory === null ? '' : ` [${readable(primaryCategory)}]`;
  const isNamed = arxivId === null || (isPreprint && category === '');
  return [...(isNamed ? [] : [`arXiv:${arxivId}${category}`]), ...code.map((url) => `Code: ${url}`)];
}

function nameVariable(name: AuthorName): Record<string, string | undefined> {
  if (name.kind === 'WHOLE') return { literal: name.name };
  return { family: name.family, given: filled(name.given), suffix: name.suffix ?? undefined };
}

function issued(paper: CitedPaper): { 'date-parts': number[][] } | undefined {
  const date = dateOf(paper);
  if (date === null) return undefined;
  return { 'date-parts': [[date.year, date.month, date.day].filter((part) => part !== null)] };
}

/** A text in which nothing is markup: CSL has tags of HTML in titles. A sign of less alone stays one. */
function escaped(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/<(?=[\p{L}/!?])/gu, '&lt;');
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function listed<Value>(values: Value[]): Value[] | undefined {
  return values.length === 0 ? undefined : values;
}
