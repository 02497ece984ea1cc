import type { Loaders } from '../batch/loaders';
import type { ChangeFeed } from '../store/changes/change-feed';
import type { Db } from '../store/sql';

/** What every resolver of one request shares. */
export interface Context {
  db: Db;
  loaders: Loaders;
  /** What is committed from now on, for subscriptions. */
  feed: ChangeFeed;
}
