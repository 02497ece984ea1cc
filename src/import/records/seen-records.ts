import sql from 'sql-template-tag';
import { type Db, limit, run } from '../../store/sql';
import type { StoredSource } from './sources';

/** Records looked at a time. */
const RECORDS_AT_A_TIME = 500;

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

/** Primary keys of the records of a source that were there before and that its file has no more, some at a time. */
export async function* unseenRecords(db: Db, source: StoredSource, seen: SeenRecords): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const rows = await run<{ pk: number }>(
      db,
      sql`select id as pk from record where source_id = ${source.pk} and id > ${last} and id <= ${source.newestPk}
          order by id ${limit(RECORDS_AT_A_TIME)}`,
    );
    if (rows.length === 0) return;
    last = (rows.at(-1) as { pk: number }).pk;
    const unseen = rows.filter(({ pk }) => !seen.has(pk)).map(({ pk }) => pk);
    if (unseen.length > 0) yield unseen;
  }
}
