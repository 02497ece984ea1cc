import { plainText } from '../../text/plain-text';
import { type Html, html, NOTHING, type Part } from '../html';
import { formula } from './formula';

/** A stretch of a text that is shown as something else, by UTF-16 positions in it. */
export interface Span {
  start: number;
  end: number;
  /** Makes it of its own text, which is evened out already. */
  show(text: Html): Html;
}

/** Formulas, as `plainText` tells them from prices. */
const FORMULAS = /\$\$([^$]+)\$\$|\$(?!\s)([^$]*[^$\s])\$(?!\d)|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]/g;

/** Formulas of a text that are set; further ones are evened out. */
const MOST_FORMULAS = 200;

/** Signs that nobody writes: where a stretch begins, where it ends, and where a formula is. Behind one stands its number. */
const [BEGIN, END, FORMULA] = ['\u{f1000}', '\u{f1001}', '\u{f1002}'];
const FIRST_DIGIT = 0xf1010;
const SIGNS = /[\u{f1000}-\u{f101f}]/gu;
const MARKS = /([\u{f1000}-\u{f1002}])([\u{f1010}-\u{f101f}]+)/gu;

/** A text of one line, such as a title: its formulas set, all else of TeX evened out. */
export function typesetLine(text: string): Html {
  return typesetSpans(text, []);
}

/** The same with stretches that are shown otherwise, see {@link typesetParagraphs}. */
export function typesetSpans(text: string, spans: readonly Span[]): Html {
  return html`${typeset(text, spans, true)}`;
}

/**
 * The paragraphs of a text, its formulas set, all else of TeX evened out.
 *
 * @param spans what is shown otherwise; of two that overlap the first one of the list counts
 */
export function typesetParagraphs(text: string, spans: readonly Span[]): Html[] {
  return typeset(text, spans, false);
}

function typeset(text: string, spans: readonly Span[], isLine: boolean): Html[] {
  if (!/[\\$~{`]|''|--/.test(text) && spans.length === 0)
    return plainText(text)
      .split('\n\n')
      .map((each) => html`${each}`);
  const formulas: Html[] = [];
  const apart = withoutOverlaps(spans, text.length);
  const marked = withMarks(text.replace(SIGNS, '\u{fffd}\u{fffd}'), apart).replace(
    FORMULAS,
    (written, shown: string, inline: string, round: string, square: string) => {
      // A stretch that begins within a formula is let go with its marks.
      if (formulas.length >= MOST_FORMULAS) return written;
      const displayed = shown ?? square;
      const tex = (displayed ?? inline ?? round).replace(MARKS, '');
      const place = displayed === undefined ? 'inline' : 'displayed';
      formulas.push(formula(tex, isLine ? 'line' : place));
      return FORMULA + digits(formulas.length - 1);
    },
  );
  return plainText(marked)
    .split('\n\n')
    .map((paragraph) => shown(paragraph, apart, formulas));
}

/** Those of the stretches that lie within the text and over none before, in order. */
function withoutOverlaps(spans: readonly Span[], length: number): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    if (span.start < 0 || span.end > length || span.start >= span.end) continue;
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  }
  return kept.sort((one, other) => one.start - other.start);
}

function withMarks(text: string, spans: readonly Span[]): string {
  let marked = '';
  let at = 0;
  spans.forEach(({ start, end }, index) => {
    const number = digits(index);
    marked += `${text.slice(at, start)}${BEGIN}${number}${text.slice(start, end)}${END}${number}`;
    at = end;
  });
  return marked + text.slice(at);
}

/** A number in signs that nothing takes for a figure. */
function digits(number: number): string {
  return [...number.toString(16)].map((sign) => String.fromCodePoint(FIRST_DIGIT + Number.parseInt(sign, 16))).join('');
}

function numberOf(signs: string): number {
  return Number.parseInt(
    [...signs].map((sign) => ((sign.codePointAt(0) as number) - FIRST_DIGIT).toString(16)).join(''),
    16,
  );
}

/** A paragraph with what its marks stand for; a stretch that goes on in the next one ends with this. */
function shown(paragraph: string, spans: readonly Span[], formulas: readonly Html[]): Html {
  const done: Part[] = [];
  let open: { index: number; parts: Part[] } | null = null;
  const close = (): void => {
    if (open) done.push((spans[open.index] as Span).show(html`${open.parts}`));
    open = null;
  };
  const put = (part: Part): void => void ((open as { parts: Part[] } | null)?.parts ?? done).push(part);
  let at = 0;
  for (const { 0: mark, 1: sign, 2: number, index } of paragraph.matchAll(MARKS)) {
    if (index > at) put(paragraph.slice(at, index));
    at = index + mark.length;
    if (sign === FORMULA) put(formulas[numberOf(number as string)] ?? NOTHING);
    else close();
    if (sign === BEGIN) open = { index: numberOf(number as string), parts: [] };
  }
  if (at < paragraph.length) put(paragraph.slice(at));
  close();
  return html`${done}`;
}
