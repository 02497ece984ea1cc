import DataLoader from 'dataloader';
import { type Pair, pairKey } from '../related/pairs';
import { lineUp } from './line-up';

/** Loads rows by one of their columns; null where there is none. */
export function byKey<Name extends string, Key extends string | number, Row extends Record<Name, Key>>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  name: Name,
): DataLoader<Key, Row | null> {
  return new DataLoader(async (keys) => lineUp(keys, await read(keys), (row) => row[name]));
}

/** Tells which of some slugs there are. */
export function isThere(read: (slugs: readonly string[]) => Promise<{ slug: string }[]>): DataLoader<string, boolean> {
  return new DataLoader(async (slugs) => {
    const found = new Set((await read(slugs)).map(({ slug }) => slug));
    return slugs.map((slug) => found.has(slug));
  });
}

/** Loads what two papers have in common; nothing where nothing was found. */
export function byPair<Value>(
  read: (pairs: readonly Pair[]) => Promise<Map<string, Value[]>>,
): DataLoader<Pair, Value[], string> {
  return new DataLoader(
    async (pairs) => {
      const found = await read(pairs);
      return pairs.map((pair) => found.get(pairKey(pair)) ?? []);
    },
    { cacheKeyFn: pairKey },
  );
}
