/** What the bytes 80 to 9F stand for; a blank where they stand for nothing. */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const FIRST = 0x80;

const SIGN = /[\u0080-\u009f]/g;
const NO_SIGN = /[\u0081\u008d\u008f\u0090\u009d]/;
/** What UTF-8 writes for `ü`, `’` or `—`: in a text of the West no `Ã`, `Â` or `â` stands so. */
const UTF8 = /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u0080-\u0082][\u0080-\u00bf]/;

/**
 * The text of bytes in Windows-1252. By hand, as decoders of some versions of Node.js take it for Latin-1 (nodejs/node#56542).
 *
 * @param bytes as Latin-1: a character a byte
 */
export function decodeWindows1252(bytes: string): string {
  return bytes.replace(SIGN, (byte) => SIGNS.charAt(byte.charCodeAt(0) - FIRST));
}

/** The place of the first byte that is none of Windows-1252, or with those behind it a character of UTF-8; -1 where there is none. */
export function firstNoWindows1252(bytes: string): { at: number; isUtf8: boolean } | null {
  const noSign = bytes.search(NO_SIGN);
  const utf8 = bytes.search(UTF8);
  if (utf8 !== -1 && (noSign === -1 || utf8 <= noSign)) return { at: utf8, isUtf8: true };
  return noSign === -1 ? null : { at: noSign, isUtf8: false };
}
