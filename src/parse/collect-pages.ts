import type { Reading } from './best-reading';
import type { DigestEntry } from './digest';
import type { HeaderKind } from './header-line';
import type { Passage } from './split-passages';

/** A line of a header, white space squeezed, and where it stands. */
export interface HeaderLine {
  text: string;
  line: number;
}

/** One page of a file: its header's lines, as far as it has them, and its papers as printed. */
export interface Page {
  header: Partial<Record<HeaderKind, HeaderLine>>;
  /** Line of its header, or of its first paper where it has none. */
  line: number;
  entries: DigestEntry[];
}

/** Gathers labelled passages into pages; each header begins one. A page may come out without papers. */
export function collectPages(passages: readonly Passage[], readings: readonly Reading[]): Page[] {
  const pages: Page[] = [];
  let page: Page | undefined;
  for (const { label, first, end } of readings) {
    const passage = passages[first];
    if (!passage) continue;
    if (label === 'header' || page === undefined) {
      page = { header: {}, line: passage.line, entries: [] };
      pages.push(page);
    }
    if (label === 'header') {
      for (const { header, text, line } of passages.slice(first, end)) {
        if (header) page.header[header] = { text: onOneLine(text), line };
      }
    } else if (label === 'title') {
      page.entries.push(entryOf(passage.text, null, passage.line));
    } else if (label === 'titleAndParagraph') {
      const lineEnd = passage.text.indexOf('\n');
      page.entries.push(entryOf(passage.text.slice(0, lineEnd), passage.text.slice(lineEnd + 1), passage.line));
    } else {
      addParagraph(page.entries.at(-1), passage);
    }
  }
  return pages;
}

function entryOf(title: string, abstract: string | null, line: number): DigestEntry {
  return { title: onOneLine(title), abstract, line };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Puts a paragraph where it stands in print: on the next line, or after one blank line however many there were. */
function addParagraph(entry: DigestEntry | undefined, { text, gap }: Passage): void {
  if (entry === undefined) return;
  if (entry.abstract === null) entry.abstract = text;
  else entry.abstract += gap === 0 ? `\n${text}` : `\n\n${text}`;
}
