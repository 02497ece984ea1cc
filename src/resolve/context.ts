import type { Loaders } from '../batch/loaders';
import type { Db } from '../store/sql';

/** What every resolver of one request shares. */
export interface Context {
  db: Db;
  loaders: Loaders;
}
