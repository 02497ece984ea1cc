import { bibtexEntry } from './bibtex/bibtex';
import type { CitedPaper } from './cited-paper';
import { cslItem } from './csl-json';
import { markdownLine } from './markdown';
import { risRecord } from './ris';
import { cleanText } from './texts';

export const CITATION_FORMATS = ['BIBTEX', 'CSL_JSON', 'RIS', 'MARKDOWN'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What a file of citations has around them: it is head, citations with the separator between them, tail. */
export interface CitationFile {
  head: string;
  separator: string;
  tail: string;
}

const CITERS: Readonly<Record<CitationFormat, (paper: CitedPaper) => string>> = {
  BIBTEX: bibtexEntry,
  CSL_JSON: cslItem,
  RIS: risRecord,
  MARKDOWN: markdownLine,
};

/** The citation of a paper in a format, without a line break at its end. */
export function cite(paper: CitedPaper, format: CitationFormat): string {
  return CITERS[format](paper);
}

/**
 * What a file in a format has around its citations, so that they can go out one by one; a file of none is one, too.
 *
 * @param comment lines that say where it comes from; left out where the format has no comments
 */
export function citationFile(format: CitationFormat, comment: readonly string[]): CitationFile {
  switch (format) {
    case 'BIBTEX':
      return { head: bibtexHead(comment), separator: '\n\n', tail: '\n' };
    case 'CSL_JSON':
      return { head: '[\n', separator: ',\n', tail: '\n]\n' };
    case 'RIS':
      return { head: '', separator: '\r\n\r\n', tail: '\r\n' };
    case 'MARKDOWN':
      return { head: markdownHead(comment), separator: '\n- ', tail: '\n' };
  }
}

/** An `@` begins an entry wherever it stands outside of one, behind a per cent sign too. */
function bibtexHead(comment: readonly string[]): string {
  const lines = comment.flatMap(linesOf).map((line) => `% ${line.replaceAll('@', ' at ')}`.trimEnd());
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

/** A comment of HTML, which two hyphens and a pointed bracket may end. */
function markdownHead(comment: readonly string[]): string {
  const lines = comment.flatMap(linesOf).map((line) => line.replace(/-(?=[->])|[<>]/g, ' '));
  return lines.length === 0 ? '- ' : `<!--\n${lines.join('\n')}\n-->\n\n- `;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => cleanText(line));
}
