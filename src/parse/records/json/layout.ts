import { countBreaks } from '../../file/count-breaks';
import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';

/** How the values of a file follow each other: one a line, or in lists and objects laid out anyhow. */
export type Layout = 'LINES' | 'VALUES';

/** A first line that is longer says nothing of the layout, in UTF-16 units. */
const LONGEST_HEAD = 1_000_000;
/** Python writes its own values so: `[{'paper': …`. */
const PYTHON = /^(?:\[[\s[{(]*|\{[ \t{(]*)(?:u?'|None\b|True\b|False\b|datetime\b)/;

/**
 * How a file is laid out that begins so; null while its beginning does not tell yet.
 *
 * @param head the text up to here, without a byte order mark
 * @param isWhole whether that is all
 * @throws DigestSyntaxError when it is no JSON
 */
export function layoutOf(head: string, isWhole: boolean, file: string): Layout | null {
  const text = head.trimStart();
  const isEnough = isWhole || head.length >= LONGEST_HEAD;
  const refuse = (got: string): never => {
    throw new DigestSyntaxError(file, countBreaks(head.slice(0, head.length - text.length)) + 1, 'JSON', got);
  };
  if (text === '' && isEnough) throw new DigestSyntaxError(file, 1, 'JSON', isWhole ? 'an empty file' : 'blanks');
  if (text === '') return null;
  const end = text.indexOf('\n');
  if (PYTHON.test(text)) return isEnough || end !== -1 ? refuse(`what Python prints: ${quote(firstOf(text))}`) : null;
  if (!/^[[{]/.test(text)) return isEnough || end !== -1 ? refuse(quote(firstOf(text))) : null;
  if (text.startsWith('[')) return isEnough || /^[[{\s]*[^[{\s][\s\S]{9}/.test(text) ? 'VALUES' : null;
  return ofObjects(text, end, isEnough);
}

/** Objects of one line each end on it; where the first is broken, it still ends like one, and another begins. */
function ofObjects(text: string, end: number, isEnough: boolean): Layout | null {
  if (end === -1 || end > LONGEST_HEAD) return isEnough ? 'VALUES' : null;
  const first = text.slice(0, end).trimEnd();
  if (isJson(first)) return 'LINES';
  const next = text.slice(end).trimStart();
  if (next === '') return isEnough ? 'VALUES' : null;
  return next.startsWith('{') && !/[[{,:]$/.test(first) ? 'LINES' : 'VALUES';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line.replace(/,$/, ''));
    return true;
  } catch {
    return false;
  }
}

function firstOf(text: string): string {
  return text.slice(0, 250).split('\n', 1)[0] ?? '';
}
