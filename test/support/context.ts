import { createLoaders } from '../../src/batch/loaders';
import type { ChangeFeed } from '../../src/changes/watch/change-feed';
import type { Context } from '../../src/resolve/context';
import { shippedWeights } from '../../src/seeds';
import { Work } from '../../src/store/reading/work';
import type { Store } from '../../src/store/store';

/** What the resolvers of one operation share, but for what subscriptions need. */
export function contextOf(store: Pick<Store, 'read'>): Context {
  const db = store.read(new Work(60_000));
  return {
    db,
    loaders: createLoaders(db, shippedWeights()),
    weights: shippedWeights(),
    publicUrl: 'http://localhost:4000',
    feed: null as unknown as ChangeFeed,
  };
}
