import { createHash } from 'node:crypto';
import type { SourceRecord } from '../../parse/records/record';

/** A fingerprint of what a record says, wherever it stands: 32 hexadecimal digits. */
export function recordHash({ number: _, line: __, ...said }: SourceRecord): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
