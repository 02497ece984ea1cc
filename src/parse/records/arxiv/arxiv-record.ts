import { quote } from '../../file/digest-syntax-error';
import { addressesIn } from '../addresses';
import { arxivIdentifierOf } from '../arxiv-identifiers';
import { Identifiers, Links } from '../collected';
import { dateIn, dateOf } from '../dates';
import { identifierAs } from '../identifiers';
import { isNothing, oneLine, statedLine, statedParagraphs } from '../plain';
import type { SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { abstractText, titleText } from './arxiv-text';
import { withdrawalIn } from './withdrawn';

/** A text of arXiv, and the field that it stands in. */
export interface Written {
  field: string;
  text: string;
}

/** The texts that all forms have in which arXiv gives its records; null where a record has none. */
export interface ArxivTexts {
  id: Written | null;
  title: Written | null;
  abstract: Written | null;
  comments: Written | null;
  journal: Written | null;
  doi: Written | null;
}

/** Where a record stands in its file. */
export interface RecordPlaceInFile {
  number: number;
  line: number;
}

const CATEGORY = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2,}(?:-[a-z]+)?)?$/;
const RFC_822 = /^\w{3}, (\d{1,2}) (\w{3}) (\d{4}) \d/;

/**
 * The record that the texts of arXiv make, with what a form says beside them; or in what they make none: `expected …, got …`.
 * Addresses in the comments are links.
 */
export function arxivRecordOf(
  { number, line }: RecordPlaceInFile,
  texts: ArxivTexts,
  rest: Partial<SourceRecord>,
): SourceRecord | string {
  const { id, journal, doi } = texts;
  if (id === null) return 'expected an arXiv identifier, got nothing';
  const arxiv = arxivIdentifierOf(id.text.replace(/^oai:arXiv\.org:/i, ''));
  if (arxiv === null) return `expected an arXiv identifier, got ${quote(id.text)}`;
  const title = texts.title && statedLine(texts.title.field, texts.title.text, titleText(texts.title.text));
  if (title === null) return `expected a title of ${arxiv.value}, got nothing`;
  const comments = texts.comments && statedLine(texts.comments.field, texts.comments.text, texts.comments.text);
  const abstract = abstractOf(texts.abstract);
  const identifiers = new Identifiers();
  identifiers.add(id.field, id.text, arxiv);
  for (const one of doi?.text.split(/[\s;]+/) ?? []) {
    identifiers.add(doi?.field ?? '', one, identifierAs('DOI', one.replace(/[,.]$/, '')));
  }
  const links = new Links();
  for (const { url, role } of addressesIn(comments?.value ?? '')) links.add(comments?.field ?? '', url, role);
  return {
    ...recordOf(number, line, title),
    key: id.text.trim(),
    abstract,
    identifiers: identifiers.stated,
    venue: journal && venueOf(journal),
    isWithdrawn: withdrawalIn({ comments, title, abstract }),
    ...rest,
    links: [...(rest.links ?? []), ...links.stated],
  };
}

/** The categories in a field, the primary one first, each once; classes of MSC and ACM are none of arXiv. */
export function categoriesOf(field: string, written: readonly string[]): Stated<string>[] {
  const categories = written.filter((category) => CATEGORY.test(category));
  return [...new Set(categories)].map((category) => stated(field, category, category));
}

/** The date of a time as arXiv writes it, in UTC: `Mon, 2 Apr 2007 19:18:42 GMT`, `2007-04-02T19:18:42Z`; null for any other text. */
export function dateOfVersion(text: string): string | null {
  const trimmed = text.trim();
  const [, day, month, year] = RFC_822.exec(trimmed) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const time = /T.*[+-]\d{2}:?\d{2}$/.test(trimmed) ? new Date(trimmed) : null;
  return dateIn(time === null || Number.isNaN(time.getTime()) ? trimmed : time.toISOString());
}

/** The reference is kept as it is written; one to arXiv itself is to no venue. */
function venueOf({ field, text }: Written): Stated<string> | null {
  return /^\s*arxiv\b/i.test(text) ? null : statedLine(field, text, titleText(text));
}

function abstractOf(written: Written | null): Stated<string> | null {
  return written && statedParagraphs(written.field, written.text, abstractText(written.text));
}

/** The text of a field on one line; null where it is empty or says that nothing is known. */
export function writtenIn(field: string, text: string | null): Written | null {
  return text === null || isNothing(oneLine(text)) ? null : { field, text };
}
