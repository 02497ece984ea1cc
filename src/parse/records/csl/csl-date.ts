import { dateIn, dateOf } from '../dates';
import type { Stated } from '../record';
import { stated } from '../stated';
import { type CslItem, cslItem } from './csl-item';

/** When an item was issued: of a span its first day, in whatever of the ways that the schema has. */
export function issuedOn(item: CslItem): Stated<string> | null {
  const issued = item.value('issued');
  const date =
    typeof issued === 'string' || typeof issued === 'number' ? dateIn(String(issued)) : dateOfParts(cslItem(issued));
  return date === null ? null : stated('issued', issued, date);
}

function dateOfParts(issued: CslItem | null): string | null {
  if (issued === null) return null;
  const [first] = issued.list('date-parts');
  const [year, month, day] = Array.isArray(first) ? first : issued.list('date-parts');
  const written = issued.first('raw', 'literal', 'string');
  return (
    dateOf(year, month, day) ??
    (written && dateIn(written.text)) ??
    dateOf(issued.text('year'), issued.text('month'), issued.text('day'))
  );
}
