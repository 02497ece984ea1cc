import { type HeaderKind, headerKindOf } from './header-line';

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

/** The first word of a line; where a script writes no blanks, its first character. */
const FIRST_WORD = /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\S[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*)/u;

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
    const line = lines[index]?.trim() ?? '';
    if (line !== '') {
      block.push(line);
      continue;
    }
    if (block.length > 0) {
      addBlock(passages, block, index - block.length + 1, gap);
      block = [];
      gap = 0;
    }
    gap += 1;
  }
  return passages;
}

/** Adds the passages of one block of non-blank lines, which begins at `firstLine` after `gap` blank lines. */
function addBlock(passages: Passage[], block: string[], firstLine: number, gap: number): void {
  const kinds = block.map(headerKindOf);
  const isMeant = meantBreaks(block);
  let start = 0;
  for (let end = 1; end <= block.length; end += 1) {
    const isInside = end < block.length && !isMeant[end] && kinds[end] === null && kinds[end - 1] === null;
    if (isInside) continue;
    passages.push({
      text: end - start === 1 ? (block[start] ?? '') : block.slice(start, end).join('\n'),
      line: firstLine + start,
      gap: start === 0 ? gap : 0,
      header: kinds[start] ?? null,
    });
    start = end;
  }
}

/**
 * For each line of a block, whether the writer meant the break before it. An editor that wraps a text breaks a line
 * only where the next word would not have fitted any more; a break before a word that would have fitted is meant.
 * In a block that is not wrapped (most breaks are meant), the odd long line says nothing: all its breaks are meant.
 */
function meantBreaks(block: string[]): boolean[] {
  const width = block.reduce((widest, line) => Math.max(widest, line.length), 0);
  const isMeant = block.map((line, index) => {
    const before = block[index - 1];
    if (before === undefined) return true;
    return before.length + 1 + (FIRST_WORD.exec(line)?.[0].length ?? 0) <= width;
  });
  const meant = isMeant.filter(Boolean).length - 1;
  return meant > (block.length - 1) / 2 ? block.map(() => true) : isMeant;
}
