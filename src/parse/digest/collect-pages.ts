import { arxivIdIn } from '../../text/arxiv-id';
import type { DigestEntry, Furniture } from './digest';
import type { Reading } from './labels/best-reading';
import { undress } from './passages/dressing';
import type { HeaderKind } from './passages/header-line';
import { namesOf } from './passages/names';
import type { Passage } from './passages/split-passages';

/** A line of a header, white space squeezed, and where it stands. */
export interface HeaderLine {
  text: string;
  line: number;
}

/** One page of a file: its header's lines, as far as it has them, its papers as printed, and what else stands on it. */
export interface Page {
  header: Partial<Record<HeaderKind, HeaderLine>>;
  /** All its headings that name a day. */
  headings: HeaderLine[];
  /** Line of its header, or of its first paper where it has none. */
  line: number;
  entries: DigestEntry[];
  dropped: Furniture[];
}

/**
 * Gathers labelled passages into pages; each header begins one, unless it goes on with the one before. A page may come
 * out without papers.
 */
export function collectPages(passages: readonly Passage[], readings: readonly Reading[]): Page[] {
  const pages: Page[] = [];
  let page: Page | undefined;
  /** Whether identifiers stand above the titles they belong to, and the one that waits for its title. */
  let idsLead = false;
  let idAbove: string | null = null;
  for (const { label, first, end } of readings) {
    const passage = passages[first];
    if (!passage) continue;
    const lines = label === 'header' ? passages.slice(first, end) : [];
    if (page === undefined || (label === 'header' && !isSameHeader(page, lines))) {
      page = { header: {}, headings: [], line: passage.line, entries: [], dropped: [] };
      pages.push(page);
    }
    const { entries, dropped } = page;
    const entry = entries.at(-1);
    if (label === 'header') {
      for (const line of lines) addHeaderLine(page, line);
    } else if (label === 'furniture') {
      dropped.push({ text: onOneLine(passage.text), line: passage.line });
      const id = arxivIdIn(passage.text);
      idsLead ||= id !== null && pages.length === 1 && entry === undefined;
      if (idsLead) idAbove = id ?? idAbove;
      else if (entry) entry.arxivId ??= id;
    } else if (label === 'authors') {
      const names = namesOf(undress(passage.text).text);
      if (entry && names?.isWhole) entry.authors = names.names;
      if (entry) entry.arxivId ??= arxivIdIn(passage.text);
    } else if (label === 'paragraph') {
      addParagraph(entry, passage);
    } else {
      const lineEnd = label === 'title' ? passage.text.length : passage.text.indexOf('\n');
      entries.push(entryOf(passage.text.slice(0, lineEnd), passage.line, idAbove));
      idAbove = null;
      if (label === 'titleAndParagraph')
        addParagraph(entries.at(-1), { ...passage, text: passage.text.slice(lineEnd + 1) });
    }
  }
  return withoutBareFoot(pages);
}

function addHeaderLine(page: Page, { header, text, line }: Passage): void {
  if (header === null) return;
  const printed = { text: onOneLine(header === 'date' ? undress(text).text : text), line };
  page.header[header] = printed;
  if (header === 'heading') page.headings.push(printed);
}

/** A heading below all papers, such as a link to another day, is furniture of the page above it. */
function withoutBareFoot(pages: Page[]): Page[] {
  const [foot, last] = [pages.at(-1), pages.at(-2)];
  const isBare = foot?.entries.length === 0 && Object.keys(foot.header).every((kind) => kind === 'heading');
  if (!foot || !last || !isBare) return pages;
  const dropped = [...foot.headings, ...foot.dropped].sort((one, other) => one.line - other.line);
  return [...pages.slice(0, -2), { ...last, dropped: [...last.dropped, ...dropped] }];
}

/** Furniture may part the lines of one header: no paper stands between them, and they name one date and one curator. */
function isSameHeader({ header, entries }: Page, lines: readonly Passage[]): boolean {
  const isAnother = lines.some(
    ({ header: kind }) => (kind === 'date' || kind === 'byline') && header[kind] !== undefined,
  );
  return entries.length === 0 && !isAnother;
}

function entryOf(printed: string, line: number, arxivId: string | null): DigestEntry {
  const { text, url } = undress(printed);
  return { title: onOneLine(text), abstract: null, line, authors: null, arxivId: arxivIdIn(url ?? '') ?? arxivId };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Puts a paragraph where it stands in print: on the next line, or after one blank line however many there were. */
function addParagraph(entry: DigestEntry | undefined, { text, gap }: Passage): void {
  if (entry === undefined) return;
  if (entry.abstract === null) entry.abstract = withoutLabel(text);
  else entry.abstract += gap === 0 ? `\n${text}` : `\n\n${text}`;
}

function withoutLabel(text: string): string {
  const { text: bare, dress } = undress(text);
  if (dress === 'abstract') return bare;
  return text.startsWith('> ') ? text.replace(/^> ?/gm, '') : text;
}
