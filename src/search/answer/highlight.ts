import { compoundsOf, tokenize } from '../text/tokenize';
import type { Found } from './read-nodes';

/** The parts of a result's text that a query can be found in. */
export type SearchField = 'TITLE' | 'ABSTRACT' | 'AUTHOR' | 'NAME' | 'ALIAS' | 'DESCRIPTION';

/** A piece of a text around words of the query, and where they stand in it. */
export interface Highlight {
  field: SearchField;
  fragment: string;
  /** UTF-16 offsets within the fragment, the end exclusive, in order and apart from one another. */
  ranges: TextRange[];
}

export interface TextRange {
  start: number;
  end: number;
}

/** Longest fragment, in UTF-16 units; a whole title or name may be longer. */
const FRAGMENT = 240;

/** Where the terms of a query stand in a result: the whole of titles and names, and the telling part of longer texts. */
export function highlight(found: Found, terms: ReadonlySet<string>): Highlight[] {
  return fieldsOf(found).flatMap(([field, text]) => {
    const marks = marksIn(text, terms);
    if (marks.length === 0) return [];
    const isLong = field === 'ABSTRACT' || field === 'DESCRIPTION';
    return [{ field, ...(isLong ? tellingPart(text, marks) : { fragment: text, ranges: marks.map(toRange) }) }];
  });
}

function fieldsOf(found: Found): [SearchField, string][] {
  switch (found.__typename) {
    case 'Paper':
      return [
        ['TITLE', found.title],
        ...present('ABSTRACT', found.abstract),
        ...(found.authors ?? []).map(({ name }): [SearchField, string] => ['AUTHOR', name]),
      ];
    case 'Topic':
      return [
        ['NAME', found.name],
        ...found.aliases.map((alias): [SearchField, string] => ['ALIAS', alias]),
        ...present('DESCRIPTION', found.description),
      ];
    case 'Repository':
      return [['NAME', `${found.owner}/${found.name}`]];
  }
}

function present(field: SearchField, text: string | null): [SearchField, string][] {
  return text === null ? [] : [[field, text]];
}

interface Mark extends TextRange {
  term: string;
}

/** The places of the terms, hyphenated words as one; none overlaps another. */
function marksIn(text: string, terms: ReadonlySet<string>): Mark[] {
  const tokens = tokenize(text);
  const whole = new Map(
    compoundsOf(text, tokens).flatMap(({ term, from, to }) => (terms.has(term) ? [[from, { term, to }] as const] : [])),
  );
  const marks: Mark[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const { term, also, start, end } = tokens[index] as (typeof tokens)[number];
    const compound = whole.get(index);
    if (compound) {
      marks.push({ term: compound.term, start, end: tokens[compound.to - 1]?.end ?? end });
      index = compound.to - 1;
    } else if (terms.has(term) || (also !== null && terms.has(also))) marks.push({ term, start, end });
  }
  return marks;
}

/** The stretch with most different terms, among equals with most marks, among equals the first; cut between words. */
function tellingPart(text: string, marks: readonly Mark[]): Pick<Highlight, 'fragment' | 'ranges'> {
  let best: readonly Mark[] = [];
  let bestWorth = -1;
  marks.forEach((first, index) => {
    const inside = marks.slice(index).filter(({ end }) => end - first.start <= FRAGMENT);
    const worth = new Set(inside.map(({ term }) => term)).size * 1000 + inside.length;
    if (worth > bestWorth) [best, bestWorth] = [inside.length > 0 ? inside : [first], worth];
  });
  const from = best[0]?.start ?? 0;
  const to = best.at(-1)?.end ?? from;
  const spare = Math.max(0, FRAGMENT - (to - from));
  const start = startOfWord(text, Math.max(0, from - Math.floor(spare / 2)), from);
  const end = endOfWord(text, Math.min(text.length, start + Math.max(FRAGMENT, to - start)), to);
  return {
    fragment: text.slice(start, end),
    ranges: best.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}

/** The first beginning of a word at or behind a place, no later than the given end. */
function startOfWord(text: string, place: number, latest: number): number {
  if (place === 0) return 0;
  const blank = text.slice(place - 1, latest).search(/\s/);
  return blank < 0 ? latest : place + blank;
}

/** The last end of a word at or before a place, no earlier than the given one. */
function endOfWord(text: string, place: number, earliest: number): number {
  if (place === text.length) return place;
  const blank = text.slice(earliest, place + 1).search(/\s\S*$/);
  return blank < 0 ? earliest : earliest + blank;
}

function toRange({ start, end }: Mark): TextRange {
  return { start, end };
}
