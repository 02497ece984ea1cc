import { addressesIn, addressesOf } from '../addresses';
import { Links } from '../collected';
import type { RecordLink, SourceRecord } from '../record';
import type { RisValues } from './ris-values';

const ROLES: readonly (readonly [string, RecordLink['role']])[] = [
  ['UR', 'LANDING'],
  ['LK', 'LANDING'],
  ['L2', 'LANDING'],
  ['L1', 'PDF'],
  ['L4', 'MEDIA'],
];
const NOTES = ['N1', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'M1', 'M2', 'M3', 'U1', 'U2', 'U3', 'U4', 'U5'];

/** The addresses of a record: those of the tags that hold one, then those within notes. */
export function linksOf(values: RisValues): SourceRecord['links'] {
  const links = new Links();
  for (const [tag, role] of ROLES) {
    for (const { text } of values.all(tag)) for (const url of addressesOf(text)) links.add(tag, url, role);
  }
  for (const { tag, text } of values.all(...NOTES)) {
    for (const { url, role } of addressesIn(text)) links.add(tag, url, role);
  }
  return links.stated;
}
