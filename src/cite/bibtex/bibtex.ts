import { type AuthorName, authorNames } from '../author-name';
import { citationKey } from '../citation-key';
import type { CitedPaper } from '../cited-paper';
import { dateOf, type Publication, publicationOf } from '../publication';
import { paragraphsOf, readable, titleOf } from '../texts';
import { addressOf, codeAddressesOf } from '../web-address';
import { texTitle, texValue } from './tex-value';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENTRY_TYPES: Readonly<Record<Publication['kind'], string>> = {
  JOURNAL: 'article',
  PROCEEDINGS: 'inproceedings',
  PREPRINT: 'misc',
  UNKNOWN: 'misc',
};

/** The name of a field and its value, with what stands around it. */
type Field = readonly [name: string, value: string];

/**
 * A paper as an entry of BibTeX, without a line break at its end. Fields are those of BibTeX and of arXiv's `eprint`; `day` is
 * biblatex's way beside `month`, and styles that know none leave it out. `url` and `doi` stand unescaped, as biblatex, `\url`
 * and reference managers take them; within a note TeX reads first, to which a per cent sign is a comment.
 */
export function bibtexEntry(paper: CitedPaper): string {
  const publication = publicationOf(paper);
  const fields = [
    braced('title', texTitle(titleOf(paper))),
    braced('author', authorNames(paper.authors).map(texName).join(' and ')),
    ...venueFields(publication),
    ...dateFields(paper),
    ...identifierFields(paper),
    braced('url', addressOf(paper) ?? ''),
    braced(
      'keywords',
      paper.keywords
        .map(texValue)
        .filter((word) => word !== '')
        .join(', '),
    ),
    braced('abstract', paper.abstract === null ? '' : texParagraphs(paper.abstract)),
    braced(
      'note',
      codeAddressesOf(paper)
        .map((url) => `Code: \\url{${url.replace(/[%#]/g, '\\$&')}}`)
        .join('; '),
    ),
  ].flatMap((field) => (field === null ? [] : [`  ${field[0]} = ${field[1]}`]));
  return `@${ENTRY_TYPES[publication.kind]}{${citationKey(paper)},\n${fields.join(',\n')}\n}`;
}

function braced(name: string, value: string): Field | null {
  return value === '' ? null : [name, `{${value}}`];
}

function venueFields({ kind, venue }: Publication): (Field | null)[] {
  return venue === null ? [] : [braced(kind === 'JOURNAL' ? 'journal' : 'booktitle', texValue(venue))];
}

function dateFields(paper: CitedPaper): (Field | null)[] {
  const date = dateOf(paper);
  if (date === null) return [];
  const { year, month, day } = date;
  return [
    braced('year', String(year)),
    month === null ? null : ['month', MONTHS[month - 1] as string],
    day === null ? null : braced('day', String(day)),
  ];
}

function identifierFields({ arxivId, primaryCategory, doi }: CitedPaper): (Field | null)[] {
  const eprint =
    arxivId === null
      ? []
      : [
          braced('eprint', texValue(arxivId)),
          braced('archivePrefix', 'arXiv'),
          braced('primaryClass', texValue(primaryCategory ?? '')),
        ];
  return [...eprint, braced('doi', doi === null ? '' : verbatim(doi))];
}

/** What stands unescaped: without the signs that it cannot have then. */
function verbatim(text: string): string {
  return readable(text).replace(/[\s{}\\^]/g, encodeURIComponent);
}

/** `Family, Given` or `Family, Jr., Given`; in braces what BibTeX would part or turn. */
function texName(name: AuthorName): string {
  if (name.kind === 'WHOLE') return `{${texValue(name.name)}}`;
  const parts = [name.family, ...(name.suffix === null ? [] : [name.suffix]), name.given];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/,|\band\b|^others$/i.test(part) ? `{${texValue(part)}}` : texValue(part)))
    .join(', ');
}

/** Paragraphs parted by a blank line; an `@` where a line begins would be another entry to some. */
function texParagraphs(text: string): string {
  return paragraphsOf(text)
    .map((paragraph) => texValue(paragraph).replace(/^@/, '{@}'))
    .join('\n\n');
}
