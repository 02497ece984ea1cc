import type { Word } from './word';

/** A word of a text and where it stands. */
export interface Token<W extends Word = Word> {
  word: W;
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number;
  end: number;
  /** Whether no phrase may reach over the space before it: a comma, a full stop, a bracket, an empty line. */
  isFirst: boolean;
}

// A LaTeX command is no word: `\emph{graph networks}` holds two.
const WORD = /\\[A-Za-z]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

// Inside a phrase: blanks, hyphens of all kinds, `~`, quotation marks, and what LaTeX and Markdown leave behind.
const INSIDE = /^(?:\\[A-Za-z]+|[\s\-\u00ad\u2010\u2011\u2012\u2013\u2212~${}*_^"'`“”‘’/\\])*$/;
const APART = /--|\n\s*\n/;

const REMEMBERED_WORDS = 20_000;
const LONGEST_REMEMBERED = 40;

/**
 * Cuts texts into words. `read` tells a word's forms; the tokenizer remembers a bounded number of its answers, which
 * changes nothing but speed.
 */
export function createTokenizer<W extends Word>(read: (raw: string) => W): (text: string) => Token<W>[] {
  const words = new Map<string, W>();
  const remembered = (raw: string): W => {
    const known = words.get(raw);
    if (known !== undefined) return known;
    if (words.size >= REMEMBERED_WORDS) words.clear();
    const word = read(raw);
    if (raw.length <= LONGEST_REMEMBERED) words.set(raw, word);
    return word;
  };
  return (text) => {
    const tokens: Token<W>[] = [];
    const pattern = new RegExp(WORD);
    let last = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [raw] = match;
      if (raw.startsWith('\\')) continue;
      const start = match.index;
      const end = start + raw.length;
      tokens.push({ word: remembered(raw), start, end, isFirst: isApart(text, last, start) });
      last = end;
    }
    return tokens;
  };
}

function isApart(text: string, from: number, to: number): boolean {
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 0x20 || code === 0x2d) return false;
  }
  const between = text.slice(from, to);
  return from === 0 || APART.test(between) || !INSIDE.test(between);
}
