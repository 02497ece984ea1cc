import type { Store } from '../../store/store';
import type { StartWatch } from './watch';
import { watchPostgres } from './watch-postgres';
import { watchSqlite } from './watch-sqlite';

/** How to hear of the commits to a store. */
export function watchOf(store: Store, databaseUrl: string): StartWatch {
  return (listener) =>
    store.engine === 'postgres' ? watchPostgres(store, databaseUrl, listener) : watchSqlite(store, listener);
}
