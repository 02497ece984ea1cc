import { dateIn, dateOf, monthIn } from '../dates';
import { statedKeywords } from '../keywords';
import { isOthers, nameOf } from '../names';
import { statedLine, statedParagraphs } from '../plain';
import type { SourceRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { identifiersOf } from './ris-identifiers';
import { linksOf } from './ris-links';
import type { RisRecord } from './ris-scanner';
import { RisValues, textOf } from './ris-values';

/** Kinds that appear in no journal, book or conference: what `T2` names is a series or a site. */
const NOT_IN_VENUES = /^(?:BOOK|EBOOK|EDBOOK|THES|COMP|DATA|ELEC|WEB|BLOG)$/;

/** What a record of RIS says of a paper; null where it has no title. */
export function risRecord(found: RisRecord, number: number): SourceRecord | null {
  const values = new RisValues(found);
  // The title that programs make shorter beside the whole one is all that some have.
  const titled = values.first('TI', 'T1', 'CT', 'BT', 'ST');
  const title = titled && statedLine(titled.tag, titled.text, textOf(titled));
  if (title === null) return null;
  return {
    ...recordOf(number, found.line, title),
    key: values.first('ID', 'LB')?.text ?? null,
    abstract: abstractOf(values),
    ...authorsOf(values),
    identifiers: identifiersOf(values),
    publishedOn: publishedOn(values),
    venue: NOT_IN_VENUES.test(found.type) ? null : venueOf(values),
    keywords: keywordsOf(values),
    links: linksOf(values),
  };
}

function abstractOf(values: RisValues): Stated<string> | null {
  const [first, ...others] = values.first('AB') === null ? values.all('N2') : values.all('AB');
  if (first === undefined) return null;
  const text = [first, ...others].map(({ text }) => text).join('\n\n');
  return statedParagraphs(first.tag, text, textOf({ tag: first.tag, text }));
}

function authorsOf(values: RisValues): Pick<SourceRecord, 'authors' | 'hasAllAuthors'> {
  const names = values
    .inOrder('AU', 'A1')
    .flatMap(({ tag, text }) => text.split(/[\n;]/).map((name) => ({ tag, name })));
  const authors = names.flatMap(({ tag, name }) => {
    const author = nameOf(name);
    return author === null ? [] : [stated(tag, name, author)];
  });
  return { authors, hasAllAuthors: !names.some(({ name }) => isOthers(name)) };
}

/** `DA` has the day, where it has a year; if not, it may have the month and the day of the year in `PY`. */
function publishedOn(values: RisValues): Stated<string> | null {
  const dates = values.all('DA', 'PY', 'Y1').flatMap(({ tag, text }) => {
    const date = dateIn(text);
    return date === null ? [] : [stated(tag, text, date)];
  });
  const [first] = dates;
  if (first === undefined) return null;
  const sameYear = dates.filter(({ value }) => value.startsWith(first.value.slice(0, 4)));
  const best = sameYear.reduce((exact, date) => (date.value.length > exact.value.length ? date : exact), first);
  const day = values.first('DA');
  if (best.value.length > 4 || day === null || dateIn(day.text) !== null) return best;
  const named = monthIn(day.text);
  return { ...best, value: dateOf(best.value, named.month, named.day) ?? best.value };
}

function venueOf(values: RisValues): Stated<string> | null {
  for (const value of values.all('JF', 'T2', 'JO', 'BT', 'JA', 'J1', 'J2', 'C3')) {
    const text = textOf(value);
    const venue = isVenue(text) ? statedLine(value.tag, value.text, text) : null;
    if (venue !== null) return venue;
  }
  return null;
}

function keywordsOf(values: RisValues): Stated<string>[] {
  const words = values.all('KW').map(textOf);
  return statedKeywords('KW', words.join('\n'), 'ARE_TEXT');
}
