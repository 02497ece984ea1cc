import { createHash } from 'node:crypto';
import type { Row } from './read-batches';

/** How much a table holds, and a fingerprint of it: the same on both engines. */
export interface TableSum {
  rows: number;
  /** SHA-256 over the rows in the order of the primary key, hexadecimal. */
  sha256: string;
}

/** Sums up a table that comes in parts. */
export class Checksum {
  private readonly hash = createHash('sha256');
  private rows = 0;

  add(rows: readonly Row[]): void {
    this.rows += rows.length;
    for (const row of rows) this.hash.update(`${row.map(canonical).join(',')}\n`);
  }

  sum(): TableSum {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** Texts quoted; numbers by the fewest digits that tell them from all others; `null`. */
function canonical(value: Row[number]): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
