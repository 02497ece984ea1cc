import type { Loaders } from '../batch/loaders';
import type { ChangeFeed } from '../changes/watch/change-feed';
import type { OperationDb } from '../store/sql';
import type { WeightsFile } from '../vectors/weights-file';

/** What every resolver of one request shares. */
export interface Context {
  /** What the operation reads by; it knows how long it may go on. */
  db: OperationDb;
  loaders: Loaders;
  /** By what texts are near to each other; null where vectors are turned off. */
  weights: WeightsFile | null;
  /** The address under which people reach this server, without a slash behind it. */
  publicUrl: string;
  /** What is committed from now on, for subscriptions. */
  feed: ChangeFeed;
}
