import type { Token } from '../text/tokenize';

/** A short form that the text explains: `sharpness-aware minimization (SAM)`. */
export interface Definition {
  /** As written but in the singular. */
  acronym: string;
  /** The words of the long form, both inclusive. */
  first: number;
  last: number;
}

/** A short form has at most as many characters, and at most twice as many words explain it. */
const LONGEST_ACRONYM = 10;

/**
 * The acronyms that a text explains, out of the tokens at `acronyms`, in the form `long form (SF)` or `SF (long form)`. After A. Schwartz and
 * M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.
 */
export function definitionsIn(text: string, tokens: readonly Token[], acronyms: readonly number[]): Definition[] {
  const definitions: Definition[] = [];
  for (const index of acronyms) {
    const token = tokens[index];
    const acronym = token?.word.acronym;
    if (token === undefined || acronym == null || acronym.length > LONGEST_ACRONYM || acronym.length < 2) continue;
    if (text.charAt(token.start - 1) === '(') {
      const first = longFormBefore(text, tokens, index, acronym);
      if (first !== null) definitions.push({ acronym, first, last: index - 1 });
    } else if (/^\s?\($/.test(text.slice(token.end, tokens[index + 1]?.start))) {
      const last = longFormAfter(text, tokens, index, acronym);
      if (last !== null) definitions.push({ acronym, first: index + 1, last });
    }
  }
  return definitions;
}

function longFormBefore(text: string, tokens: readonly Token[], index: number, acronym: string): number | null {
  const words = Math.min(acronym.length + 5, acronym.length * 2);
  const last = tokens[index - 1];
  let from = index - 1;
  while (from > 0 && index - from < words && tokens[from]?.isFirst === false) from -= 1;
  const start = tokens[from]?.start;
  if (last === undefined || start === undefined) return null;
  const at = matchBackwards(acronym, text.slice(start, last.end));
  if (at === null) return null;
  while (from < index && (tokens[from]?.start ?? 0) < start + at) from += 1;
  return from < index ? from : null;
}

function longFormAfter(text: string, tokens: readonly Token[], index: number, acronym: string): number | null {
  let last = index + 1;
  while (tokens[last + 1]?.isFirst === false && last - index < acronym.length * 2) last += 1;
  const first = tokens[index + 1];
  const end = tokens[last]?.end;
  if (first === undefined || end === undefined || text.charAt(end) !== ')') return null;
  return matchBackwards(acronym, text.slice(first.start, end)) === 0 ? last : null;
}

/** Offset in `long` at which the letters of `short` begin, found from the end; the first must begin a word. */
function matchBackwards(short: string, long: string): number | null {
  const lower = long.toLowerCase();
  let at = lower.length - 1;
  for (let index = short.length - 1; index >= 0; index -= 1) {
    const letter = short.charAt(index).toLowerCase();
    while (at >= 0 && (lower.charAt(at) !== letter || (index === 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1)))))
      at -= 1;
    if (at < 0) return null;
    at -= 1;
  }
  return at + 1;
}
