import { arxivVersionIn } from '../arxiv-identifiers';
import { dateIn, dateOf, monthIn } from '../dates';
import { statedKeywords } from '../keywords';
import { authorsOf, bibtexNames } from '../name-lists';
import { statedLine, statedParagraphs } from '../plain';
import type { SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { BibtexFields } from './bibtex-fields';
import { identifiersOf } from './entry-identifiers';
import { linksOf } from './entry-links';
import { journalOfMacro } from './journal-macros';
import type { Entry } from './parse-entry';

const CATEGORY = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2}(?:-[a-z]+)?)?$/i;

/** Fields that name a venue, and those of their subtitles. */
const VENUES = [
  ['journal', 'journalsubtitle'],
  ['journaltitle', 'journalsubtitle'],
  ['booktitle', 'booksubtitle'],
  ['eventtitle', ''],
  ['conference', ''],
  ['shortjournal', ''],
] as const;

/** What an entry of BibTeX or biblatex says of a paper; null where it has no title. */
export function entryRecord(entry: Entry, number: number, line: number): SourceRecord | null {
  const fields = new BibtexFields(entry);
  const named =
    fields.titled('title', 'subtitle') ?? (isWhole(entry) ? fields.titled('booktitle', 'booksubtitle') : null);
  const title = named && statedLine(named.name, named.written, named.text);
  if (title === null) return null;
  const author = fields.first('author', 'authors');
  return {
    ...recordOf(number, line, title),
    key: entry.key,
    abstract: abstractOf(fields),
    ...(author === null ? {} : authorsOf(author.name, bibtexNames(author.written))),
    identifiers: identifiersOf(fields, entry.key),
    publishedOn: publishedOn(fields),
    venue: venueOf(fields),
    categories: categoriesOf(fields),
    keywords: keywordsOf(fields),
    versions: versionsOf(fields),
    links: linksOf(fields),
  };
}

/** Entries of what is no part of a book. */
function isWhole(entry: Entry): boolean {
  return /^(?:mv)?(?:proceedings|book|collection)$/.test(entry.type);
}

function abstractOf(fields: BibtexFields): SourceRecord['abstract'] {
  const abstract = fields.first('abstract');
  return abstract && statedParagraphs(abstract.name, abstract.written, abstract.text);
}

/** biblatex has the whole date in one field, BibTeX year and month in two, and the day in either. */
function publishedOn(fields: BibtexFields): Stated<string> | null {
  const date = fields.first('date');
  const whole = date && dateIn(date.text);
  if (date && whole) return stated(date.name, date.written, whole);
  const year = fields.first('year');
  const inYear = year && dateIn(year.text);
  if (!year || !inYear) return null;
  const month = fields.first('month');
  if (inYear.length > 4 || month === null) return stated(year.name, year.written, inYear);
  const named = monthIn(month.text);
  const value = dateOf(inYear, named.month, fields.first('day')?.text ?? named.day) ?? inYear;
  return stated(year.name, `${month.written} ${year.written}`, value);
}

function venueOf(fields: BibtexFields): Stated<string> | null {
  for (const [titleName, subtitleName] of VENUES) {
    const named = fields.titled(titleName, subtitleName);
    if (named === null) continue;
    const { name, written, text } = named;
    const journal = journalOfMacro(text) ?? text;
    const venue = isVenue(journal) ? statedLine(name, written, journal) : null;
    if (venue !== null) return venue;
  }
  return null;
}

function categoriesOf(fields: BibtexFields): Stated<string>[] {
  const categories = fields.first('primaryclass', 'eprintclass');
  if (categories === null) return [];
  const words = categories.text.split(/[\s,;[\]]+/).filter((word) => CATEGORY.test(word));
  return [...new Set(words)].map((word) => stated(categories.name, categories.written, word));
}

function keywordsOf(fields: BibtexFields): Stated<string>[] {
  const keywords = fields.first('keywords', 'keyword', 'author_keywords', 'mendeley-tags', 'tags');
  if (keywords === null) return [];
  // A line is broken anywhere; it parts them only where nothing else does.
  const text = /[;,|]/.test(keywords.text) ? keywords.text.replace(/\s*\n\s*/g, ' ') : keywords.text;
  return statedKeywords(keywords.name, text, 'PART_TOO');
}

function versionsOf(fields: BibtexFields): SourceRecord['versions'] {
  for (const { name, written, text } of fields.all(['eprint', 'arxiv', 'arxivid', 'url', 'journal', 'volume'])) {
    const number = arxivVersionIn(text);
    if (number !== null) return [stated(name, written, { number, date: null })];
  }
  return [];
}
