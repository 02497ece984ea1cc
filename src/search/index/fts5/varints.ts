/** In all but the last byte of a number the highest bit is set; the other seven are its digits. */
const CONTINUES = 0x80;

/**
 * The numbers that SQLite has written one behind the other.
 *
 * @param most how many there are at most; 0 stands for those that are not there
 * @see https://sqlite.org/fileformat2.html#varint
 */
export function readVarints(bytes: Uint8Array, most: number): Float64Array {
  const numbers = new Float64Array(most);
  let [number, at] = [0, 0];
  for (const byte of bytes) {
    number = number * CONTINUES + (byte % CONTINUES);
    if (byte >= CONTINUES) continue;
    numbers[at] = number;
    number = 0;
    at += 1;
  }
  return numbers;
}
