/** A kind of text that is no digest however its lines are read. */
interface ForeignFormat {
  /** With its article, for a message. */
  name: string;
  matches: (text: string, lines: readonly string[]) => boolean;
}

/** Share of lines above which a file is taken for code, markup or a list: prose has such a line now and then. */
const TELLING_SHARE = 1 / 3;

/** So much of a line shows what it is, in characters: more than any line of an abstract has. */
const LONGEST_LINE = 50_000;

const HTML_START = /^<(?:!doctype|!--|html|head|body|div|p|h[1-6]|ul|table|article|section|script|svg)[\s>]/i;
const XML_START = /^<(?:\?xml\s|rss\s|feed\s)/i;
const TAG_START = /^<([a-z][\w:.-]*)(?:\s[^<>]*)?>/i;
const MARKDOWN_LINE =
  /^(?:#{1,6}\s+\S|[-*+]\s+\S|\d+[.)]\s+\S|(?:```|~~~)[\w-]*$|\|.*\||>\s|!?\[[^\]]*\]\([^)]*\)$|(?:={3,}|-{3,})$)/;
const CODE_LINE =
  /(?:[;{}]|\)\s*[:{]|=>)$|^(?:import|from|export|const|let|var|def|class|function|return|public|private|static|package|using|namespace|#include|#define|if|for|while|else|elif|try|except|catch)\b.*[({;:'"=]|^(?:import|from|package|use)\s+[\w.]+(?:\s+import\s.*)?$|^(?:\/\/|\/\*|\*\/|#!)|^[\w.]+\s*(?:=|\+=|:=)\s*\S|^[\w.]+\(.*\)$/;
const SETTING_LINE = /^(?:[\w.-]+\s*=\s*\S.*|[a-z][\w-]*:(?:\s.*[^.])?|\[[\w .-]+\])$/;
const LOG_LINE = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** Formats that say so in their first characters. */
const SIGNED: readonly ForeignFormat[] = [
  { name: 'a PDF, PostScript or RTF document', matches: (text) => /^(?:%PDF-|%!PS|\{\\rtf)/.test(text) },
  { name: 'HTML', matches: (text) => HTML_START.test(text) },
  { name: 'XML', matches: (text) => XML_START.test(text) || isOneElement(text) },
  { name: 'JSON', matches: isJson },
  { name: 'LaTeX', matches: (text) => /^(?:%.*\n\s*)*\\(?:documentclass|documentstyle|begin\{document\})/.test(text) },
  { name: 'BibTeX', matches: (text) => /^@\w+\s*\{[^\n]*,\s*\n/.test(text) },
  { name: 'a script', matches: (text) => text.startsWith('#!') },
];

/** Formats that many lines together tell. */
const TOLD_BY_LINES: readonly ForeignFormat[] = [
  { name: 'Markdown', matches: isMarkdown },
  { name: 'a table (CSV)', matches: isTable },
  { name: 'a log', matches: (_text, lines) => shareOf(lines, LOG_LINE) > TELLING_SHARE },
  { name: 'settings', matches: (_text, lines) => lines.length > 1 && shareOf(lines, SETTING_LINE) > 1 - TELLING_SHARE },
  { name: 'source code', matches: (_text, lines) => shareOf(lines, CODE_LINE) > TELLING_SHARE },
];

/**
 * The name of the other format that a text is written in (`HTML`, `a table (CSV)`), or null.
 *
 * @param isHeaded whether the text has the header of a digest: then its lines are not held against it
 */
export function foreignFormatOf(text: string, isHeaded: boolean): string | null {
  const trimmed = text.trim();
  // The beginning of a file tells its format; 200 lines are enough to count shares in.
  const lines = linesOf(trimmed, 200);
  const formats = isHeaded ? SIGNED : [...SIGNED, ...TOLD_BY_LINES];
  return formats.find(({ matches }) => matches(trimmed, lines))?.name ?? null;
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length && lines.length < most; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + LONGEST_LINE)).trim();
    if (line !== '') lines.push(line);
    start = end === -1 ? text.length : end + 1;
  }
  return lines;
}

function shareOf(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);
}

/** A title may open with `<think>`, but then the file does not close with `</think>`. */
function isOneElement(text: string): boolean {
  const name = TAG_START.exec(text)?.[1];
  return name !== undefined && text.endsWith(`</${name}>`);
}

/** A title may open with `[Re]`; JSON opens with a bracket and goes on with a value. Lines of JSON count as JSON. */
function isJson(text: string, lines: readonly string[]): boolean {
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]]|-?\d+\s*[,\]]))/.test(text)) return true;
  return lines.length > 0 && lines.every((line) => /^(?:\{.*\}|".*",?)$/.test(line));
}

function isMarkdown(text: string, lines: readonly string[]): boolean {
  return (
    /^(?:#{1,6}\s+\S|---\n)/.test(text) ||
    /^(?:```|~~~)[\w-]*$/m.test(text.slice(0, 10_000)) ||
    shareOf(lines, MARKDOWN_LINE) > TELLING_SHARE
  );
}

/** Several rows with the same number of cells. Prose has commas too, but a blank behind each. */
function isTable(_text: string, lines: readonly string[]): boolean {
  const rows = (separator: RegExp): number[] => lines.map((line) => line.split(separator).length);
  return [/,(?!\s)/, /;(?!\s)/, /\t/, /\|/].some((separator) => {
    const [cells = 0, ...others] = rows(separator);
    return cells > 1 && others.length > 0 && others.every((count) => count === cells);
  });
}
