import { isArxivIdLine } from '../../../text/arxiv-id';
import { isLinked } from './breaks-off';
import { undress } from './dressing';
import { type HeaderKind, headerKindOf } from './header-line';
import { namesOf } from './names';
import { isRule } from './page-words';

/** Lines of a file that belong together: the smallest thing that is a title, a paragraph or a header line. */
export interface Passage {
  /** Its lines joined by `\n`, outer blanks trimmed. */
  text: string;
  /** 1-based line of its first line in the file. */
  line: number;
  /** How many blank lines stand before it; 0 when it follows the previous passage on the next line. */
  gap: number;
  /** The header line that it may be by its words, or null. */
  header: HeaderKind | null;
}

/** Anything but blanks and signs that only steer the layout, such as a zero-width space. */
const VISIBLE = /[^\s\p{Cf}]/u;

/** The first word of a line; where a script writes no blanks, its first character. */
const FIRST_WORD = /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\S[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*)/u;

/**
 * No more of a line is looked at for its first word, in characters: the expression ends the program's stack over millions
 * of letters that are not ASCII. Whatever holds so long a word is refused for its length.
 */
const LONGEST_FIRST_WORD = 100_000;

/**
 * Splits a text into passages. Blank lines part them; within a block of lines, so does a line break that the writer
 * meant, and a line that may belong to a header stands alone. Line breaks of a hard-wrapped text do not part.
 */
export function splitPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  const lines = text.split('\n');
  let block: string[] = [];
  let gap = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index]?.trimEnd() ?? '';
    if (VISIBLE.test(line)) {
      block.push(line);
      continue;
    }
    if (block.length > 0) {
      const badge = gluedBadge(block, lines, index);
      if (badge !== null) block[block.length - 1] = badge.before;
      addBlock(
        passages,
        block.filter((part) => part !== ''),
        index - block.length + 1,
        gap,
      );
      if (badge !== null) passages.push({ text: badge.text, line: index, gap: 0, header: 'badge' });
      block = [];
      gap = 0;
    }
    gap += 1;
  }
  return passages;
}

/**
 * The badge of a pasted page that ended up at the end of the page before, because that one had no final newline or no
 * blank line behind it: the last word of a block, right before a banner. Null where there is none.
 */
function gluedBadge(
  block: readonly string[],
  lines: readonly string[],
  end: number,
): { before: string; text: string } | null {
  const last = block.at(-1)?.trimStart() ?? '';
  if (last.slice(-3).toLowerCase() !== 'new') return null;
  const [, before, text] = /^(|.*[^\p{L}\s])(new)$/iu.exec(last) ?? [];
  if (before === undefined || text === undefined || (before === '' && block.length === 1)) return null;
  let next = end;
  while (next < lines.length && !VISIBLE.test(lines[next] ?? '')) next += 1;
  return headerKindOf(lines[next]?.trim() ?? '') === 'banner' ? { before, text } : null;
}

/** Adds the passages of one block of non-blank lines, which begins at `firstLine` after `gap` blank lines. */
function addBlock(passages: Passage[], block: string[], firstLine: number, gap: number): void {
  const texts = block.map((line) => line.trim());
  const kinds = texts.map(headerKindOf);
  const isApart = texts.map((_text, index) => standsAlone(texts, index));
  const isAlone = kinds.map((kind, index) => (kind !== null && hasNeighbour(kinds, index)) || isApart[index]);
  const isMeant = meantBreaks(block, isApart);
  let start = 0;
  for (let end = 1; end <= block.length; end += 1) {
    if (end < block.length && !isMeant[end] && !isAlone[end] && !isAlone[end - 1]) continue;
    passages.push({
      text: texts.slice(start, end).join('\n'),
      line: firstLine + start,
      gap: start === 0 ? gap : 0,
      header: end - start === 1 ? (kinds[start] ?? null) : null,
    });
    start = end;
  }
}

/** Whether a line is no part of a wrapped text whatever its width: a rule, an identifier, names below a title. */
function standsAlone(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? '';
  if (isRule(text) || isArxivIdLine(text)) return true;
  const above = texts[0] ?? '';
  if (index !== 1 || above.endsWith(',') || namesOf(above) !== null) return false;
  const names = namesOf(undress(text).text);
  // `Music Consumption and Community Engagement` and `by Rewarding Reasoning` may be the rest of a title.
  return names !== null && (names.names.length > 2 || /[,;]/.test(text) || /^author/i.test(text) || !names.isWhole);
}

/** A header's line opens a block or has another one beside it; deep in a wrapped text `by …` is just a line. */
function hasNeighbour(kinds: readonly (HeaderKind | null)[], index: number): boolean {
  return index === 0 || kinds[index - 1] !== null || (kinds[index + 1] ?? null) !== null;
}

/** How a line begins that says what it is: `Title: …`, `Authors: …`, `Abstract: …`, `Comments: …`. */
const LABELLED = /^[*_]{0,3}(?:title|authors?|abstract|categories|subjects?|comments?|date)[*_]{0,3}\s?[:：]/i;

/**
 * For each line of a block, whether the writer meant the break before it. A line with a label begins anew, one that
 * stands alone parts what is above from what is below, and each part is wrapped or not by itself. Nobody means a break
 * behind `Deep Learning for` as a part begins.
 */
function meantBreaks(block: readonly string[], isApart: readonly boolean[]): boolean[] {
  const isMeant: boolean[] = [];
  for (let start = 0; start < block.length; ) {
    let end = start + 1;
    while (end < block.length && !isApart[end - 1] && !isApart[end] && !LABELLED.test(block[end]?.trimStart() ?? '')) {
      end += 1;
    }
    const part = block.slice(start, end);
    const inPart = meantInPart(part);
    for (let index = 1; index < part.length && isLinked(part[index - 1] ?? ''); index += 1) inPart[index] = false;
    isMeant.push(...inPart);
    start = end;
  }
  return isMeant;
}

/** Nobody wraps a text to fewer characters: so short lines are a list. */
const NARROWEST = 20;

/**
 * For each line of a part, whether the writer meant the break before it. A first line may be wider than the wrapped
 * text below it: a title that was not wrapped. In a part that is not wrapped (most breaks are meant), the odd long
 * line says nothing: all its breaks are meant.
 */
function meantInPart(lines: readonly string[]): boolean[] {
  if (lines.every(({ length }) => length < NARROWEST)) return lines.map(() => true);
  const whole = unwrappedBreaks(lines);
  const below = unwrappedBreaks(lines.slice(1));
  if (count(whole) > 1 && below.length > 2 && count(below) === 1) return [true, ...below];
  return count(whole) - 1 > (lines.length - 1) / 2 ? lines.map(() => true) : whole;
}

function count(isMeant: readonly boolean[]): number {
  return isMeant.filter(Boolean).length;
}

/** A tab is at most so many characters wide, and one at least. */
const WIDEST_TAB = 8;

/**
 * For each line, whether the break before it cannot be a wrapped text's: an editor breaks a line only where the next
 * word would not have fitted any more. Its indentation is a part of a line's width; one that the next line has not opens
 * a paragraph.
 */
function unwrappedBreaks(lines: readonly string[]): boolean[] {
  const indents = lines.map((line) => line.length - line.trimStart().length);
  const firstWords = lines.map((line, index) => firstWordOf(line.slice(indents[index])));
  let width = 0;
  for (const [index, line] of lines.entries()) {
    // One long word (an address) may be wider than the page.
    if (line.length > width && line.length > (indents[index] ?? 0) + (firstWords[index] ?? 0)) width = line.length;
  }
  return lines.map((_line, index) => {
    const before = lines[index - 1];
    const indent = indents[index] ?? 0;
    if (indent > (indents[index - 1] ?? 0) && indent > (indents[index + 1] ?? indent)) return true;
    return before === undefined || widthOf(before) + 1 + (firstWords[index] ?? 0) <= width;
  });
}

function firstWordOf(text: string): number {
  return FIRST_WORD.exec(text.slice(0, LONGEST_FIRST_WORD))?.[0].length ?? 0;
}

/** The most that a line may be wide. */
function widthOf(line: string): number {
  const tabs = /^\t+/.exec(line)?.[0].length ?? 0;
  return line.length + tabs * (WIDEST_TAB - 1);
}
