import { guarded, OWN_HEADER } from '../parse/records/csv/own-table';
import { type AuthorName, authorNames, nameInOrder } from './author-name';
import { citationKey } from './citation-key';
import type { CitedPaper } from './cited-paper';
import { dateOf, publicationOf } from './publication';
import { paragraphsOf, readable, titleOf } from './texts';
import { addressOf, codeAddressesOf } from './web-address';

/** What parts the values of a cell. */
const BETWEEN = '; ';

/** The header of a table of papers (RFC 4180), with the line break at its end. */
export const CSV_HEADER = line(OWN_HEADER);

/**
 * A paper as a row of a table, with the line break at its end: comma-separated as in RFC 4180, nothing of which spreadsheets take for
 * a formula. Our own reader of tables reads it back.
 */
export function csvRow(paper: CitedPaper): string {
  const date = dateOf(paper);
  const cells: Record<(typeof OWN_HEADER)[number], string> = {
    key: citationKey(paper),
    title: readable(titleOf(paper)),
    authors: authorsCell(authorNames(paper.authors)),
    year: date === null ? '' : String(date.year),
    date: date === null ? '' : (paper.publishedOn ?? ''),
    venue: publicationOf(paper).venue ?? '',
    doi: readable(paper.doi ?? ''),
    // Its scheme keeps spreadsheets from taking it for a number, and the zeros at its end away.
    arxiv: paper.arxivId === null ? '' : `arXiv:${paper.arxivId}`,
    url: addressOf(paper) ?? '',
    code: codeAddressesOf(paper).join(' '),
    keywords: paper.keywords
      .map((word) => readable(word.replace(/[;；|]/g, ',')))
      .filter((word) => word !== '')
      .join(BETWEEN),
    abstract: paragraphsOf(paper.abstract ?? '')
      .map(readable)
      .join('\n\n'),
  };
  return line(OWN_HEADER.map((name) => guarded(cells[name])));
}

/** `Family, Given; Family, Given`; a name alone in its order, since its comma would part two. */
function authorsCell(names: readonly AuthorName[]): string {
  const [only] = names;
  if (only !== undefined && names.length === 1) return withoutSeparators(nameInOrder(only));
  return names.map(sorted).join(BETWEEN);
}

function sorted(name: AuthorName): string {
  if (name.kind === 'WHOLE') return withoutSeparators(name.name);
  const parts = [name.family, name.suffix ?? '', name.given].map((part) => withoutSeparators(part).replaceAll(',', ''));
  return parts.filter((part) => part !== '').join(', ');
}

function withoutSeparators(name: string): string {
  return name
    .replace(/[;；|•·、]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
