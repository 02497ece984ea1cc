/** In all but the last byte of a number the highest bit is set; the other seven are its digits. */
const CONTINUES = 0x80;

/**
 * The numbers that SQLite has written one behind the other.
 *
 * @see https://sqlite.org/fileformat2.html#varint
 */
export function readVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * CONTINUES + (byte % CONTINUES);
    if (byte >= CONTINUES) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}
