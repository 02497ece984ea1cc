import { expectBytes, expectLines } from './bounds';
import { countBreaks } from './count-breaks';
import { DigestSyntaxError } from './digest-syntax-error';

/** Control characters never belong to a text; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. Every line break (CRLF, CR, LF) becomes
 * one `\n`, so that line numbers stay those of an editor; control characters other than tabs are dropped.
 *
 * @throws DigestSyntaxError at the line of the first byte that is no text, and when there are too many bytes or lines
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  expectBytes(file, bytes.length);
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = lineAfter(decodablePrefix(bytes, encoding));
    throw new DigestSyntaxError(file, line, 'text in UTF-8', `bytes that are not valid ${encoding.toUpperCase()}`);
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    throw new DigestSyntaxError(
      file,
      lineAfter(text.slice(0, nul)),
      'text in UTF-8',
      'a binary file (a NUL character)',
    );
  }
  expectLines(file, text);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.replace(CONTROL_CHARACTERS, '');
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The longest beginning of the bytes that decodes; found by halving, since a decoder does not say where it failed. */
function decodablePrefix(bytes: Uint8Array, encoding: string): string {
  let good = 0;
  let bad = bytes.length + 1;
  let prefix = '';
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      // With `stream` a character cut in two at the end is no error yet.
      prefix = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return prefix;
}

function lineAfter(text: string): number {
  return countBreaks(text) + 1;
}
