import { createHash } from 'node:crypto';
import type { Said } from '../papers/mentions';

/** A fingerprint of what a record says, wherever it stands: 32 hexadecimal digits. */
export function hashOf(said: Said): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
