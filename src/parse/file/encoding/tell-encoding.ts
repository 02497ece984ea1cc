/** How the characters of a file are written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes from the first that is no ASCII on tell the encoding. */
export const TELLING_BYTES = 65_536;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that the byte order mark at the beginning of a file says, and its length; null where there is no mark. */
export function encodingOfMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, at) => bytes[at] === byte)) return { encoding, length: mark.length };
  }
  return null;
}

/** Letters of the West stand by themselves between those of ASCII; a longer run of other bytes is another script. */
const LONGEST_WESTERN_RUN = 3;

/**
 * What bytes without a mark are written in, told from those that are no ASCII: UTF-8 where more of them are characters of it than
 * are none, else Windows-1252, of which Latin-1 is a part; null where they are neither, as those of Chinese or Cyrillic encodings.
 *
 * @param bytes the first that is no ASCII and what follows, {@link TELLING_BYTES} of it if there is as much
 * @param isWhole whether the file ends there, so that no character can be cut at the end
 */
export function tellEncoding(bytes: Uint8Array, isWhole: boolean): 'utf-8' | 'windows-1252' | null {
  let characters = 0;
  let strays = 0;
  let inLongRuns = 0;
  let run = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = utf8LengthAt(bytes, at);
    if (length === CUT && !isWhole) break;
    if (length > 1) characters += 1;
    else if (length < 1) strays += 1;
    run = length === 1 ? 0 : run + Math.max(1, length);
    if (run > LONGEST_WESTERN_RUN) inLongRuns += 1;
    at += Math.max(1, length);
  }
  if (characters >= strays) return 'utf-8';
  return inLongRuns > strays / 4 ? null : 'windows-1252';
}

/** The place of the first byte that is no UTF-8; -1 where there is none, or only a character that is cut at the end. */
export function firstNoUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = utf8LengthAt(bytes, at);
    if (length === CUT) return -1;
    if (length === STRAY) return at;
    at += length;
  }
  return -1;
}

/** How many bytes at the end begin a character of UTF-8 that goes on behind them, 0 to 3. */
export function cutAtEnd(bytes: Uint8Array): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length] as number;
    if (byte >= 0xc0) return utf8LengthAt(bytes, bytes.length - length) === CUT ? length : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

const STRAY = 0;
const CUT = -1;

/** The length in bytes of the character of UTF-8 that begins at the place; {@link STRAY} where none does, {@link CUT} where the bytes end. */
function utf8LengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return STRAY;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index];
    if (next === undefined) return CUT;
    const [least, most] = index === 1 ? secondOf(lead) : CONTINUATION;
    if (next < least || next > most) return STRAY;
  }
  return length;
}

const CONTINUATION = [0x80, 0xbf] as const;

/** No character has two spellings, none is a half of UTF-16, none is beyond U+10FFFF. */
function secondOf(lead: number): readonly [least: number, most: number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return CONTINUATION;
}
