/** Bits a byte. */
const BITS = 8;

/** The stored records that a file still has, by primary key: a bit each, since a file may have millions. */
export class SeenRecords {
  private bits = new Uint8Array(1_024);

  add(pk: number): void {
    const byte = Math.floor(pk / BITS);
    if (byte >= this.bits.length) {
      const more = new Uint8Array(2 * (byte + 1));
      more.set(this.bits);
      this.bits = more;
    }
    this.bits[byte] = this.at(byte) | this.bitOf(pk);
  }

  has(pk: number): boolean {
    return (this.at(Math.floor(pk / BITS)) & this.bitOf(pk)) !== 0;
  }

  private at(byte: number): number {
    return this.bits[byte] ?? 0;
  }

  private bitOf(pk: number): number {
    return 1 << (pk % BITS);
  }
}
