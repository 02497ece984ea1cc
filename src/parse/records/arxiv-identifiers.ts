import { arxivIdIn, arxivIdOf, isArxivIdLine } from '../../text/arxiv-id';
import type { Identifier } from './record';

/** A number that was an identifier: one since 2007, whose zeros at the ends a spreadsheet takes for none. */
const NUMBER = /^(\d{3,4})\.(\d{3,5})$/;
/** From January 2015 on the numbers within a month have five figures, before that four. */
const FIVE_FIGURES_FROM = 1501;
/** How spreadsheets show a number: `2.40708770E+03`, `2,407.0877`, `2407,0877`. */
const SCIENTIFIC = /^(\d)[.,](\d{4,12})E\+?0?([23])$/i;
const GROUPED = /^(\d)[,.'’ ](\d{3})([.,]\d{3,5})$/;
/** A place that is arXiv itself, and no paper in it. */
const ARXIV =
  /^(?:corr|arxiv(?:\.org)?)(?: e-?prints?| preprints?)?(?: arxiv)?:?(?: \((?:cornell university|[a-z-]+\.[a-z]{2})\))?$/i;
/** Identifiers of old by themselves, without their archive: `9503124`. */
const OLD_NUMBER = /^\d{7}(?:v\d+)?$/;
/** What stands before the identifier of the paper in a note. */
const PREPRINT = /^(?:standard_id:|(?:arxiv )?(?:e-?print|preprint)(?: available)?(?: at| on)?[:,]?)\s*/i;
/** Longer notes are read no further, in UTF-16 units. */
const LONGEST_NOTE = 100_000;
/** Longer fields are texts, in UTF-16 units. */
const LONGEST = 2_000;

/**
 * Whether an arXiv identifier can be one: the month is in the calendar, and the number has the figures that those of its time have.
 *
 * @param id in lower case and without version
 */
export function isArxivId(id: string): boolean {
  const [, month, number] = /^(\d{4})\.(\d+)$/.exec(id) ?? [];
  if (month === undefined || number === undefined) return /^[a-z][a-z.-]*\/\d{7}$/.test(id);
  return isMonth(month) && number.length === figuresIn(month);
}

/**
 * The arXiv identifier in a field that holds nothing else: by itself, as `arXiv:…`, in an address or a DOI. One that lost its last
 * zero or its first, being read as a number, is given with it: `2407.0877` is 2407.08770, since all of that month have five
 * figures. Where more is lost (`2406.105`) it could be one of several, and is null.
 */
export function arxivIdentifierOf(field: string): Identifier | null {
  return wholeArxivIdentifierOf(field) ?? mendedArxivIdentifierOf(field);
}

/** The arXiv identifier in a field that holds nothing else, as it was given out; null also where it has lost a zero. */
export function wholeArxivIdentifierOf(field: string): Identifier | null {
  const id = idOf(field);
  return identifier(id !== null && isArxivId(id) ? id : null);
}

/** The arXiv identifier that a field held before it was read as a number, where that can be told; null for a whole one too. */
export function mendedArxivIdentifierOf(field: string): Identifier | null {
  const id = idOf(field);
  return identifier(id === null || isArxivId(id) ? null : repaired(id));
}

/** Whether a journal, a publisher or an archive is arXiv: then a number beside it is one of arXiv's. */
export function isArxiv(name: string): boolean {
  return ARXIV.test(name.trim());
}

/** The arXiv identifier that a number of old is in an archive: `9503124` in `hep-th`; null where either is none. */
export function arxivIdentifierAt(archive: string, number: string): Identifier | null {
  if (!OLD_NUMBER.test(number.trim())) return null;
  return wholeArxivIdentifierOf(`${archive.trim()}/${number.trim()}`);
}

function idOf(field: string): string | null {
  if (field.length > LONGEST) return null;
  const text = field
    .trim()
    .replace(/^arxiv(?:\s?(?:id|preprint))?(?:\s*[:.]\s*|\s+)/i, '')
    .replace(/\s*\[[\w., -]+\]$/, '');
  return (
    arxivIdOf(text) ?? arxivIdOf(`arxiv:${text}`) ?? arxivIdOf(`https://doi.org/${text}`) ?? arxivIdIn(text) ?? text
  );
}

/** The arXiv identifier that the name of a journal or a volume gives: `arXiv preprint arXiv:…`, `arXiv preprint …`, `abs/…`; null for other names. */
export function arxivIdentifierIn(text: string): Identifier | null {
  if (text.length > LONGEST) return null;
  const named =
    /(?:^|[\s,(])(?:arxiv(?:\.org)?(?: (?:e-?prints?|preprints?))?(?:[:\s]|, ?(?:abs\/)?)\s*|abs\/)((?:[a-z.-]+\/)?\d[\d.]*\d(?:v\d+)?)(?![\w.]\w)/i.exec(
      text,
    )?.[1];
  const id = named === undefined ? arxivIdIn(text) : arxivIdOf(`arxiv:${named}`);
  return identifier(id !== null && isArxivId(id) ? id : null);
}

/**
 * The arXiv identifier of a note that has a line or a sentence for it alone: `arXiv:1706.03762 [cs]`, `Preprint at https://…`; others
 * that it speaks of are not the paper's.
 */
export function arxivIdentifierInNote(note: string): Identifier | null {
  for (const line of note.slice(0, LONGEST_NOTE).split(/\n|[.;]\s|\.$/)) {
    const written = line.trim().replace(PREPRINT, '');
    if (/^(?:arxiv|https?:)/i.test(written) && isArxivIdLine(written)) return arxivIdentifierOf(written);
  }
  return null;
}

/** The number of the version that an identifier or an address names, from 1; null where it names none. */
export function arxivVersionIn(text: string): number | null {
  const [, version] = /(?:\d{4}\.\d{4,5}|\/\d{7})v(\d{1,3})(?!\d)/i.exec(text) ?? [];
  return version === undefined || Number(version) === 0 ? null : Number(version);
}

function identifier(id: string | null): Identifier | null {
  return id === null ? null : { scheme: 'ARXIV', value: withoutClass(id) };
}

/** Identifiers of old are written with a class of their archive too: `math.GT/0309136` is math/0309136. */
export function withoutClass(id: string): string {
  return id.replace(/\.[a-z]{2}(?=\/)/, '');
}

function repaired(text: string): string | null {
  const [, before, number] = NUMBER.exec(plainNumber(text)) ?? [];
  if (before === undefined || number === undefined) return null;
  const month = before.padStart(4, '0');
  if (!isMonth(month)) return null;
  const missing = figuresIn(month) - number.length;
  return missing === 0 || missing === 1 ? `${month}.${number}${'0'.repeat(missing)}` : null;
}

/** A number with nothing but a full stop between its figures. */
function plainNumber(text: string): string {
  const [, first = '', behind = '', power] = SCIENTIFIC.exec(text) ?? [];
  if (power !== undefined) return unscaled(first + behind, Number(power) + 1);
  return text.replace(GROUPED, '$1$2$3').replace(',', '.');
}

/** The figures of a number whose full stop stands behind some of them, without the zeros that show how exact it is. */
function unscaled(figures: string, before: number): string {
  const month = figures.slice(0, before);
  const number = figures.slice(before);
  const length = figuresIn(month.padStart(4, '0'));
  return `${month}.${/^0*$/.test(number.slice(length)) ? number.slice(0, length) : number}`;
}

function figuresIn(month: string): number {
  return Number(month) >= FIVE_FIGURES_FROM ? 5 : 4;
}

/** Identifiers of this kind begin in April 2007. */
function isMonth(month: string): boolean {
  const inYear = Number(month.slice(2));
  return Number(month) >= 704 && inYear >= 1 && inYear <= 12;
}
