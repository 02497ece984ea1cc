import { isNaming } from '../sameness/same-paper';
import { withoutIdentifiers } from './identifiers-in';
import type { PossibleTitle } from './reference';

/** What stands in quotation marks, with the comma that some styles put within. */
const QUOTED = /[“"„«‟]\s*([^“”"„«»‟]{3,500}?)[.,]?\s*[”"»“]/gu;
/** Where parts of a line may end: sentences, commas, the brackets of a year, other marks. */
const BETWEEN = /(?<=[.?!,;:])\s+|\s*\((?:\d{4}[a-z]?|n\.\s?d\.)[^)]{0,30}\)[.,:]?\s*|\s*[[\]|*]+\s*/u;
/** What stands in front of a line in a list: `[12]`, `12.`, `-`. */
const NUMBER = /^\s*(?:\[[^\]]{1,20}\]|\(\d{1,4}\)|\d{1,4}[.)]|[-•*])\s+/;
/** Of longer lines the beginning is read, in UTF-16 units. */
const LONGEST_LINE = 2_000;
/** Parts of a line, how many together may be a title, and how many such titles are looked for. */
const MOST_PARTS = 60;
const MOST_TOGETHER = 6;
const MOST_TITLES = 80;
const MOST_QUOTED = 10;

/**
 * What may be the title of a paper in a line of a list of references, in any style: what is quoted, and runs of neighbouring
 * parts that say enough to name a paper, the shortest first.
 */
export function titlesIn(line: string): PossibleTitle[] {
  const text = line.slice(0, LONGEST_LINE).replace(NUMBER, '');
  const found = new Map<string, PossibleTitle>();
  for (const quoted of quotedIn(text)) found.set(quoted.text, quoted);
  for (const run of runsOf(text)) {
    if (found.size >= MOST_TITLES) break;
    if (!found.has(run.text) && isNaming(run.text)) found.set(run.text, run);
  }
  return [...found.values()];
}

function quotedIn(text: string): PossibleTitle[] {
  return [...text.matchAll(QUOTED)]
    .slice(0, MOST_QUOTED)
    .map((match) => ({ text: match[1] as string, before: text.slice(0, match.index) }));
}

function* runsOf(text: string): Generator<PossibleTitle> {
  const parts = withoutIdentifiers(text)
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
  for (let together = 1; together <= MOST_TOGETHER; together += 1) {
    for (let from = 0; from + together <= parts.length; from += 1) {
      yield { text: parts.slice(from, from + together).join(' '), before: parts.slice(0, from).join(' ') };
    }
  }
}
