import { oneLine } from '../parse/records/plain';
import { type AuthorName, authorNames } from './author-name';
import { citationKey } from './citation-key';
import type { CitedPaper } from './cited-paper';
import { dateOf, type Publication, type PublicationDate, publicationOf } from './publication';
import { paragraphsOf, readable, titleOf } from './texts';
import { addressOf, codeAddressesOf } from './web-address';

/** UNPB is what reference managers take a preprint for. */
const TYPES: Readonly<Record<Publication['kind'], string>> = {
  JOURNAL: 'JOUR',
  PROCEEDINGS: 'CPAPER',
  PREPRINT: 'UNPB',
  UNKNOWN: 'GEN',
};

/** A tag and its value. */
type Line = readonly [tag: string, value: string];

/** A paper as a record of RIS in the tags of 2011, lines ended by CR LF, without one at its end. Each value is on one line. */
export function risRecord(paper: CitedPaper): string {
  const publication = publicationOf(paper);
  const date = dateOf(paper);
  const lines: Line[] = [
    ['ID', citationKey(paper)],
    ['TI', readable(titleOf(paper))],
    ...authorNames(paper.authors).map((name): Line => ['AU', risName(name)]),
    ['T2', publication.venue ?? ''],
    ['PB', publication.kind === 'PREPRINT' ? 'arXiv' : ''],
    ['PY', date === null ? '' : String(date.year)],
    ['DA', date === null ? '' : risDate(date)],
    ['DO', readable(paper.doi ?? '')],
    ['M3', paper.arxivId === null ? '' : `arXiv:${paper.arxivId}`],
    ['UR', addressOf(paper) ?? ''],
    ...codeAddressesOf(paper).map((url): Line => ['UR', url]),
    ...paper.keywords.map((word): Line => ['KW', readable(word)]),
    [
      'AB',
      paragraphsOf(paper.abstract ?? '')
        .map(readable)
        .join(' '),
    ],
  ];
  const filled = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`);
  return [`TY  - ${TYPES[publication.kind]}`, ...filled, 'ER  - '].join('\r\n');
}

/** `Family, Given, Jr.`; a whole name with a comma behind it, without which readers take its last word for a family name. */
function risName(name: AuthorName): string {
  if (name.kind === 'WHOLE') {
    const whole = withoutSeparators(name.name);
    return whole.includes(' ') ? `${whole},` : whole;
  }
  const parts = [name.family, name.given, name.suffix ?? ''].map(withoutSeparators);
  return parts.filter((part) => part !== '').join(', ');
}

/** A part of a name without the signs that RIS parts names by. */
function withoutSeparators(part: string): string {
  return oneLine(part.replace(/[,;*]+/g, ' '));
}

/** `2026/05/13` or `2026/05`; empty where `PY` says all. */
function risDate({ year, month, day }: PublicationDate): string {
  if (month === null) return '';
  return [year, month, day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('/');
}
