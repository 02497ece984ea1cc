import { endsSentence, endsSentenceUnspaced } from './sentence-end';

/** A sentence of a text: `text` is exactly the slice from `start` to `end`, without white space around it. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

// The platform's Intl.Segmenter ends a sentence after "et al.", "Fig." and "i.e.", and at every line break of a
// wrapped paragraph, so that the bounds are found here.
const STOP = /[.!?…]+|[。！？]+|\n[^\S\n]*\n/g;
const CLOSING = /["'”’»)\]}*]*/y;
const BLANK = /\s*/y;

/** All sentences of a text in order; together they hold all of it but white space. Linear in its length. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const endAt = (end: number): void => {
    const sentence = trimmed(text, from, end);
    if (sentence !== null) sentences.push(sentence);
    from = end;
  };
  const stops = new RegExp(STOP);
  for (let match = stops.exec(text); match !== null; match = stops.exec(text)) {
    const [mark] = match;
    const stop = match.index + mark.length;
    if (mark.startsWith('\n')) {
      endAt(match.index);
      // A third line break may begin another empty line.
      stops.lastIndex = stop - 1;
      continue;
    }
    const close = skip(CLOSING, text, stop);
    const next = skip(BLANK, text, close);
    if (isEnd(text, match.index, stop, close, next)) endAt(close);
    stops.lastIndex = close;
  }
  endAt(text.length);
  return sentences;
}

function isEnd(text: string, start: number, stop: number, close: number, next: number): boolean {
  if (/[。！？]/.test(text.charAt(start))) return true;
  if (next === text.length) return true;
  return next > close ? endsSentence(text, start, stop, next) : endsSentenceUnspaced(text, start, stop);
}

/** Where the match of a sticky pattern at `text[at]` ends; it may be empty. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function trimmed(text: string, from: number, to: number): Sentence | null {
  const part = text.slice(from, to);
  const inner = part.trim();
  if (inner === '') return null;
  const start = from + part.length - part.trimStart().length;
  return { start, end: start + inner.length, text: inner };
}

/**
 * The sentence of `sentences` that holds `text[start..end)`; a span that reaches over several gets them all, and one
 * in the white space between two gets the later. `sentences` are those of `text`, from `splitSentences`.
 */
export function sentenceOf(text: string, sentences: readonly Sentence[], start: number, end: number): Sentence {
  const first = sentences[sentenceIndexAt(sentences, start)];
  const last = sentences[sentenceIndexAt(sentences, Math.max(start, end - 1))];
  if (first === undefined || last === undefined) return { start, end, text: text.slice(start, end) };
  if (first === last) return first;
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}

/** Index of the first sentence that ends after `offset`, or of the last sentence. */
export function sentenceIndexAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
