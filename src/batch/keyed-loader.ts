import DataLoader from 'dataloader';
import type { Fold } from '../lists/paging/list';
import { type Pair, pairKey } from '../related/pairs';
import { lineUp } from './line-up';

/** Loads rows by one of their columns; null where there is none. */
export function byKey<Name extends string, Key extends string | number, Row extends Record<Name, Key>>(
  read: (keys: readonly Key[], folds: readonly Fold[]) => Promise<Row[]>,
  name: Name,
): KeyedLoader<Key, Row> {
  // What those who ask together want along, each once.
  const wanted = new Set<Fold>();
  const loader = new DataLoader<Key, Row | null>(async (keys) => {
    const folds = [...wanted];
    wanted.clear();
    return lineUp(keys, await read(keys, folds), (row) => row[name]);
  });
  return {
    load: (key, folds = []) => {
      for (const fold of folds) wanted.add(fold);
      return loader.load(key);
    },
  };
}

export interface KeyedLoader<Key, Row> {
  /** @param folds relations that the statement may bring along */
  load(key: Key, folds?: readonly Fold[]): Promise<Row | null>;
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
