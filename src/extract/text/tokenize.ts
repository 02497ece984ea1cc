import { type KnownWord, knownWord } from './known-words';

/** A word of a text and where it stands. */
export interface Token {
  word: KnownWord;
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number;
  end: number;
  /** Whether no phrase may reach over the space before it: a comma, a full stop, a bracket, an empty line. */
  isFirst: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/uy;
const REST_OF_WORD = /[\p{L}\p{N}\p{M}]*/uy;
// A LaTeX command is no word: `\emph{graph networks}` holds two.
const COMMAND = /\\[A-Za-z]+/y;

// Inside a phrase: blanks, hyphens of all kinds, `~`, quotation marks, and what LaTeX and Markdown leave behind.
const INSIDE = /^(?:\\[A-Za-z]+|[\s\-\u00ad\u2010\u2011\u2012\u2013\u2212~${}*_^"'`“”‘’/\\])*$/;
const APART = /--|\n\s*\n/;

// Nearly all signs are ASCII, where a table by their codes is much faster than an expression.
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const IN_WORD = ASCII.map((sign) => /[A-Za-z0-9]/.test(sign));
const SEPARATES = ASCII.map((sign) => !INSIDE.test(sign));
const BLANK = 0x20;
const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;

/** Cuts a text into words. Linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  let last = 0;
  let at = 0;
  while (at < length) {
    const end = wordEnd(text, at, length);
    if (end > at) {
      tokens.push({ word: knownWord(text.slice(at, end)), start: at, end, isFirst: isApart(text, last, at) });
      last = end;
      at = end;
    } else {
      at = text.charCodeAt(at) === BACKSLASH ? Math.max(at + 1, endOf(COMMAND, text, at)) : at + 1;
    }
  }
  return tokens;
}

/** Where the word ends that begins at `text[start]`; `start` itself when none does. `length` is the text's. */
function wordEnd(text: string, start: number, length: number): number {
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ASCII.length) return endOf(at === start ? WORD : REST_OF_WORD, text, at);
    if (IN_WORD[code] !== true) return at;
  }
  return length;
}

/** Where a match of the sticky pattern at `text[at]` ends; `at` itself when there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isApart(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from);
  if (to - from === 1 && (code === BLANK || code === HYPHEN)) return false;
  if (from === 0 || (code < ASCII.length && SEPARATES[code] === true)) return true;
  const between = text.slice(from, to);
  return APART.test(between) || !INSIDE.test(between);
}
