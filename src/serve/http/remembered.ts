import { LRUCache } from 'lru-cache';

/** Clients of one kind send one header: so many kinds are remembered. */
const MOST_HEADERS = 500;

/** Longer headers are read anew each time: what is remembered has an end, whatever is sent. In characters. */
const LONGEST_HEADER = 500;

/** The reading of a header, done once for each text of it that came lately. */
export function remembered<Reading extends object>(
  read: (header: string | undefined) => Reading,
): (header: string | undefined) => Reading {
  const known = new LRUCache<string, Reading>({ max: MOST_HEADERS });
  const ofNone = read(undefined);
  return (header) => {
    if (header === undefined) return ofNone;
    if (header.length > LONGEST_HEADER) return read(header);
    const before = known.get(header);
    if (before) return before;
    const reading = read(header);
    known.set(header, reading);
    return reading;
  };
}
