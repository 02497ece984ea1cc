import { dateOf } from '../dates';
import { type JsonObject, keyOf, listOf, objectOf } from '../json/members';
import type { Stated } from '../record';
import { stated } from '../stated';

/** `issued` is the earliest of those behind it; the dates of the catalogue's own work are none of these. */
const FIELDS = ['issued', 'published', 'published-online', 'published-print', 'posted', 'accepted'];

/** When a work was published, as exact as it is stated (`{"date-parts":[[2026,5]]}`); null where it is not. */
export function crossrefDate(work: JsonObject): Stated<string> | null {
  for (const field of FIELDS) {
    const written = listOf(objectOf(work[field])?.['date-parts']);
    const parts = (Array.isArray(written[0]) ? listOf(written[0]) : written).slice(0, 3).map(keyOf);
    const date = dateOf(...(parts as [string | null]));
    if (date !== null) return stated(field, parts, date);
  }
  return null;
}
