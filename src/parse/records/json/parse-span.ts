import { quote } from '../../file/digest-syntax-error';
import { faultIn } from './json-fault';

/** A piece of a file that should be one value of JSON. */
export interface Span {
  text: string;
  /** 1-based line on which it begins. */
  line: number;
  /** Why it cannot be a value, where that is known without reading it: it is too long. */
  refusal: string | null;
  /** Whether the file ends before the value does. */
  isCut: boolean;
}

/** The value that a piece of a file is, or `file:line: expected …, got …`. */
export function parseSpan(span: Span, file: string): { value: unknown } | { problem: string } {
  if (span.refusal !== null) return { problem: `${file}:${span.line}: ${span.refusal}` };
  const text = withoutNoText(span.text);
  try {
    return { value: JSON.parse(text) };
  } catch {
    return parseMended({ ...span, text }, file);
  }
}

/** What may be an escape of no text; most spans have none. */
const DOUBTFUL = /\\u(?:0[01]|007|[dD][89a-fA-F])/;
const ESCAPE = /\\(?:u([\da-fA-F]{4})(\\u[dD][c-fC-F][\da-fA-F]{2})?|[^u])/g;
const CONTROL = /^00(?:0[0-8bef]|1[\da-f]|7f)$/i;
const HALF = /^d[89a-f]/i;
const FIRST_HALF = /^d[89ab]/i;

/** Without escapes of control characters, and of halves of characters: a text has none, and PostgreSQL takes no NUL. */
function withoutNoText(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return text.replace(ESCAPE, (written: string, code: string | undefined, second: string | undefined) => {
    if (code === undefined) return written;
    if (FIRST_HALF.test(code)) return second === undefined ? '' : written;
    return CONTROL.test(code) || HALF.test(code) ? '' : `\\u${code}`;
  });
}

function parseMended({ text, line, isCut }: Span, file: string): { value: unknown } | { problem: string } {
  const mended = withoutNaN(text);
  if (mended !== text) {
    try {
      return { value: JSON.parse(mended) };
    } catch {
      // What else is wrong is said below.
    }
  }
  const { expected, got, breaks } = faultIn(mended.trimEnd());
  const end = isCut ? 'the end of the file' : 'the end of the record';
  const found = got === '' ? end : /^[\r\n]/.test(got) ? 'a line break' : quote(got);
  return { problem: `${file}:${line + breaks}: expected ${expected}, got ${found}` };
}

const NO_NUMBER = /(?<![\w.])-?(?:NaN|Infinity)\b/g;

/** Python writes `NaN` and `Infinity` where it has no number: then there is none. */
function withoutNaN(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text;
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quoted = text.indexOf('"', at);
    const start = quoted === -1 ? text.length : quoted;
    const end = endOfString(text, start);
    parts.push(text.slice(at, start).replace(NO_NUMBER, 'null'), text.slice(start, end));
    at = end;
  }
  return parts.join('');
}

/** Behind the quotation mark that closes a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at += 1;
  }
  return text.length;
}
