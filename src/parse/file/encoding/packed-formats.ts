/** What a file that is no text begins with, and what it is called in a message. */
const SIGNATURES: readonly (readonly [beginning: string, name: string])[] = [
  ['PK\x03\x04', 'a .zip archive (or a file of Excel or Word); unpack it first'],
  ['BZh', 'a .bz2 file; unpack it first'],
  ['\xfd7zXZ\0', 'a .xz file; unpack it first'],
  ['\x28\xb5\x2f\xfd', 'a .zst file; unpack it first'],
  ['7z\xbc\xaf\x27\x1c', 'a .7z archive; unpack it first'],
  ['Rar!\x1a\x07', 'a .rar archive; unpack it first'],
  ['%PDF-', 'a PDF'],
  ['PAR1', 'a table of Parquet'],
  ['SQLite format 3\0', 'a database of SQLite'],
];

const GZIP = [0x1f, 0x8b];

/** So many bytes at the beginning of a file tell what is packed in it. */
export const SIGNATURE_BYTES = 16;

/** Whether bytes begin as those of a `.gz` file do, whatever it is called. */
export function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, at) => bytes[at] === byte);
}

/** What a file is that begins with these bytes and is no text, in the words of a message; null where they do not say. */
export function packedFormatOf(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString('latin1');
  return SIGNATURES.find(([signature]) => beginning.startsWith(signature))?.[1] ?? null;
}
