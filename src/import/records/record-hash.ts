import { createHash } from 'node:crypto';
import type { SourceRecord } from '../../parse/records/record';

/** Asked for when it is looked what of a file is new, and again when that is stored. */
const known = new WeakMap<SourceRecord, string>();

/** A fingerprint of what a record says, wherever it stands: 32 hexadecimal digits. */
export function recordHash(record: SourceRecord): string {
  const before = known.get(record);
  if (before !== undefined) return before;
  const said = JSON.stringify({ ...record, number: undefined, line: undefined });
  const hash = createHash('sha256').update(said).digest('hex').slice(0, 32);
  known.set(record, hash);
  return hash;
}
