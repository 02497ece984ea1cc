import { arxivVersionIn } from '../arxiv-identifiers';
import { dateIn, dateOf, monthIn } from '../dates';
import { type Commas, statedKeywords } from '../keywords';
import { authorsOf, listedNames, type NameList } from '../name-lists';
import { statedLine, statedParagraphs, withoutMarkup } from '../plain';
import type { SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { type RowCells, unlisted } from './row-cells';
import { identifiersOf } from './row-identifiers';
import { linksOf } from './row-links';

/** A title that leads to its paper, as Markdown writes it. */
const LINKED = /^\[(.+)\]\(\s*(https?:\/\/[^\s)]+)\s*\)$/s;
/** `May-24` as spreadsheets show a month: the figures may be those of the year. */
const SHORT_YEAR = /^[a-z]{3,9}[-'’]\d{2}$/i;
const CATEGORY = /^[a-z]+(?:-[a-z]+)*\.[A-Za-z-]{2,}$/;

/** How a table lists several values in a cell. */
export interface ListHabits {
  /** What commas are in its keywords. */
  commas: Commas;
  /** Whether nothing but semicolons parts its authors. */
  hasSemicolonsAlone: boolean;
}

/** What a row of a table says of a paper; null where it has no title. */
export function rowRecord(cells: RowCells, number: number, line: number, habits: ListHabits): SourceRecord | null {
  const titled = cells.first('title');
  const [, shown, address] = LINKED.exec(titled?.text ?? '') ?? [];
  const title = titled && statedLine(titled.name, titled.text, withoutMarkup(shown ?? titled.text));
  if (title === null) return null;
  const abstract = cells.first('abstract');
  const author = cells.first('authors');
  const votes = cells.first('votes');
  return {
    ...recordOf(number, line, title),
    key: cells.first('key')?.text ?? null,
    abstract: abstract && statedParagraphs(abstract.name, abstract.text, withoutMarkup(abstract.text)),
    ...(author === null ? {} : authorsOf(author.name, namesIn(author.text, habits))),
    identifiers: identifiersOf(cells, address === undefined ? [] : [{ name: title.field, text: address }]),
    publishedOn: publishedOn(cells),
    venue: venueOf(cells),
    categories: categoriesOf(cells),
    keywords: cells
      .all('keywords')
      .flatMap(({ name, text }) => statedKeywords(name, withoutMarkup(unlisted(text)), habits.commas)),
    versions: versionsOf(cells),
    links: linksOf(cells, address === undefined ? [] : [{ name: title.field, text: address }]),
    votes:
      votes !== null && /^\d{1,9}(?:\.0)?$/.test(votes.text)
        ? stated(votes.name, votes.text, Number(votes.text))
        : null,
  };
}

function namesIn(text: string, { hasSemicolonsAlone }: ListHabits): NameList {
  return hasSemicolonsAlone ? { names: text.split(';'), hasAll: true } : listedNames(unlisted(text));
}

function publishedOn(cells: RowCells): Stated<string> | null {
  for (const { name, text } of cells.all('date')) {
    const date = dateIn(text);
    if (date !== null) return stated(name, text, date);
  }
  const year = cells.first('year');
  const inYear = year && dateIn(year.text);
  if (!year || !inYear) return null;
  // Some tables have month and day in one column, and the year in another.
  const month =
    cells.first('month') ??
    cells.all('date').find(({ text }) => monthIn(text).month !== null && /[a-z]{3}/i.test(text)) ??
    null;
  const named = monthIn(month?.text ?? '');
  const day = SHORT_YEAR.test(month?.text ?? '') ? null : named.day;
  const value = inYear.length === 4 ? (dateOf(inYear, named.month, day) ?? inYear) : inYear;
  return stated(year.name, month === null ? year.text : `${month.text} ${year.text}`, value);
}

function venueOf(cells: RowCells): Stated<string> | null {
  for (const { name, text } of cells.all('venue')) {
    const plain = withoutMarkup(text);
    const venue = isVenue(plain) ? statedLine(name, text, plain) : null;
    if (venue !== null) return venue;
  }
  return null;
}

function categoriesOf(cells: RowCells): Stated<string>[] {
  return cells.all('categories').flatMap(({ name, text }) => {
    const words = unlisted(text).split(/[\s,;]+/);
    return words.every((word) => CATEGORY.test(word))
      ? [...new Set(words)].map((word) => stated(name, text, word))
      : [];
  });
}

function versionsOf(cells: RowCells): SourceRecord['versions'] {
  for (const { name, text } of cells.all('arxiv', 'page', 'pdf')) {
    const number = /arxiv|^\d/i.test(text) ? arxivVersionIn(text) : null;
    if (number !== null) return [stated(name, text, { number, date: null })];
  }
  return [];
}
