import { htmlText } from './markup/html-text';
import { texText } from './markup/tex-text';
import type { Stated } from './record';
import { stated } from './stated';

/** A text on one line. */
export function oneLine(text: string): string {
  // Blanks that stand alone, as most do, are passed over.
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim();
}

/** A text without some signs at its end, in linear time. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

/** A text whose paragraphs are parted by one blank line, each on one line. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/**
 * A text without the markup of HTML, and without that of TeX where it has commands of it. Blanks and line breaks stay; a tilde
 * is one only in TeX.
 */
export function withoutMarkup(text: string): string {
  return htmlText(/\\[a-zA-Z'"`^~=.&%$#_{]/.test(text) ? texText(text) : text);
}

/** What a field says on one line; null where it is empty or says that nothing is known. */
export function statedLine(field: string, written: string, text: string): Stated<string> | null {
  const line = oneLine(text);
  return isNothing(line) ? null : stated(field, written, line);
}

/** What a field says in paragraphs; null where it is empty. */
export function statedParagraphs(field: string, written: string, text: string): Stated<string> | null {
  const plain = paragraphs(text);
  return isNothing(plain) ? null : stated(field, written, plain);
}

/** Whether a field is empty, or filled in with a word for nothing: `n/a`, `null`, `-`. */
export function isNothing(text: string): boolean {
  return /^(?:n\/?a|null|none|nan|nil|undefined|unknown|tb[ad]|\?+|[-–—.#]*)$/i.test(text.trim());
}
